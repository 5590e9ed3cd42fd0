package org.turno.acd.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the PBX's dialplan knows of a call beyond its line.
 *
 * @param addPriority added to the line's
 * @param requirement asked of an agent beyond what line and queue ask
 * @param agent the agent whom the caller should get, if that is possible soon
 * @param never agents who must not serve this call
 * @param ivrMs time the caller already spent before, which counts as age
 */
public record CallWishes(
    int addPriority,
    Requirement requirement,
    @Nullable AgentId agent,
    List<AgentId> never,
    long ivrMs) {
  /** Nothing beyond the line. */
  public static final CallWishes NONE =
      new CallWishes(0, Requirement.nothing(), null, List.of(), 0);

  private static final long LONGEST_IVR_MS = 3_600_000;

  /** Copies the list and limits the time to an hour. */
  public CallWishes {
    never = List.copyOf(never);
    ivrMs = Math.max(0, Math.min(LONGEST_IVR_MS, ivrMs));
  }

  /** What was read, and what could not be. */
  public record Read(CallWishes wishes, List<String> problems) {}

  /**
   * Reads words such as {@code priority=5}, {@code requires=lang.en >= 30}, {@code agent=anna},
   * {@code never=bea}, {@code ivr=35} (seconds). A word that cannot be read is left out and named:
   * a slip in a dialplan must not cost a caller the place.
   */
  public static Read read(List<String> words) {
    CallWishes wishes = NONE;
    List<String> problems = new ArrayList<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      String value = equals < 0 ? "" : word.substring(equals + 1).strip();
      try {
        wishes = wishes.with(equals < 0 ? word : word.substring(0, equals).strip(), value);
      } catch (IllegalArgumentException | RequirementSyntaxException e) {
        problems.add("\"" + word + "\": " + e.getMessage());
      }
    }
    return new Read(wishes, problems);
  }

  private CallWishes with(String key, String value) {
    return switch (key) {
      case "priority" -> new CallWishes(Integer.parseInt(value), requirement, agent, never, ivrMs);
      case "requires" ->
          new CallWishes(
              addPriority, requirement.and(Requirement.parse(value)), agent, never, ivrMs);
      case "agent" -> new CallWishes(addPriority, requirement, new AgentId(value), never, ivrMs);
      case "never" -> {
        List<AgentId> more = new ArrayList<>(never);
        more.add(new AgentId(value));
        yield new CallWishes(addPriority, requirement, agent, more, ivrMs);
      }
      case "ivr" ->
          new CallWishes(
              addPriority,
              requirement,
              agent,
              never,
              Math.multiplyExact(1000L, Long.parseLong(value)));
      default ->
          throw new IllegalArgumentException("use priority=, requires=, agent=, never= or ivr=");
    };
  }
}
