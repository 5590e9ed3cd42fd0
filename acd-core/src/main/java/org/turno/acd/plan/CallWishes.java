package org.turno.acd.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the PBX's dialplan knows of a call beyond its line.
 *
 * @param addPriority added to the line's
 * @param requirement asked of an agent beyond what line and queue ask
 * @param preference whom of the free agents it would rather have, besides line and queue
 * @param agent the agent whom the caller should get, if that is possible soon
 * @param never agents who must not serve this call
 * @param ivrMs time the caller already spent before, which counts as age
 * @param customer by what a returning customer is known again; null where nobody is to be
 * @param position at which it is put among those of its queue with its priority when it enters the
 *     first one, from 1; 0: where its age puts it
 * @param language in which its caller is spoken to, as the PBX names it; empty for the line's
 */
public record CallWishes(
    int addPriority,
    Requirement requirement,
    Requirement preference,
    @Nullable AgentId agent,
    List<AgentId> never,
    long ivrMs,
    @Nullable CustomerId customer,
    int position,
    String language) {
  /** Nothing beyond the line. */
  public static final CallWishes NONE =
      new CallWishes(0, Requirement.nothing(), null, List.of(), 0);

  private static final long LONGEST_IVR_MS = 3_600_000;

  /** Copies the list and limits the time to an hour. */
  public CallWishes {
    never = List.copyOf(never);
    ivrMs = Math.max(0, Math.min(LONGEST_IVR_MS, ivrMs));
    position = Math.max(0, position);
  }

  /** Without a preference and of a customer whom nobody knows again. */
  public CallWishes(
      int addPriority,
      Requirement requirement,
      @Nullable AgentId agent,
      List<AgentId> never,
      long ivrMs) {
    this(addPriority, requirement, Requirement.nothing(), agent, never, ivrMs, null, 0, "");
  }

  /** What was read, and what could not be. */
  public record Read(CallWishes wishes, List<String> problems) {}

  /**
   * Reads words such as {@code priority=5}, {@code requires=lang.en >= 30}, {@code
   * prefers=lang.ca}, {@code agent=anna}, {@code never=bea}, {@code ivr=35} (seconds), {@code
   * customer=KEY}, {@code position=1}, {@code language=en}. A word that cannot be read is left out
   * and named: a slip in a dialplan must not cost a caller the place.
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

  /** The words that say the same. */
  public List<String> words() {
    List<String> said = new ArrayList<>();
    if (addPriority != 0) {
      said.add("priority=" + addPriority);
    }
    if (!requirement.equals(Requirement.nothing())) {
      said.add("requires=" + requirement);
    }
    if (!preference.equals(Requirement.nothing())) {
      said.add("prefers=" + preference);
    }
    if (agent != null) {
      said.add("agent=" + agent);
    }
    never.forEach(one -> said.add("never=" + one));
    if (ivrMs > 0) {
      said.add("ivr=" + ivrMs / 1_000);
    }
    if (customer != null) {
      said.add("customer=" + customer);
    }
    if (position > 0) {
      said.add("position=" + position);
    }
    if (!language.isEmpty()) {
      said.add("language=" + language);
    }
    return said;
  }

  private CallWishes with(String key, String value) {
    return switch (key) {
      case "priority" -> adding(Integer.parseInt(value));
      case "requires" -> requiring(requirement.and(Requirement.parse(value)));
      case "prefers" -> preferring(preference.and(Requirement.parse(value)));
      case "agent" -> naming(new AgentId(value));
      case "never" -> {
        List<AgentId> more = new ArrayList<>(never);
        more.add(new AgentId(value));
        yield avoiding(more);
      }
      case "customer" -> of(new CustomerId(value));
      case "position" -> at(Integer.parseInt(value));
      case "language" -> speaking(value);
      case "ivr" -> aged(Math.multiplyExact(1000L, Long.parseLong(value)));
      default ->
          throw new IllegalArgumentException(
              "use priority=, requires=, prefers=, agent=, never=, ivr=, customer=, position= or"
                  + " language=");
    };
  }

  private CallWishes adding(int priority) {
    return new CallWishes(
        priority, requirement, preference, agent, never, ivrMs, customer, position, language);
  }

  private CallWishes requiring(Requirement other) {
    return new CallWishes(
        addPriority, other, preference, agent, never, ivrMs, customer, position, language);
  }

  /** The same with another preference. */
  public CallWishes preferring(Requirement other) {
    return new CallWishes(
        addPriority, requirement, other, agent, never, ivrMs, customer, position, language);
  }

  private CallWishes naming(AgentId other) {
    return new CallWishes(
        addPriority, requirement, preference, other, never, ivrMs, customer, position, language);
  }

  private CallWishes avoiding(List<AgentId> others) {
    return new CallWishes(
        addPriority, requirement, preference, agent, others, ivrMs, customer, position, language);
  }

  private CallWishes aged(long ms) {
    return new CallWishes(
        addPriority, requirement, preference, agent, never, ms, customer, position, language);
  }

  /** The same of another customer, or of one whom nobody is to know again. */
  public CallWishes of(@Nullable CustomerId other) {
    return new CallWishes(
        addPriority, requirement, preference, agent, never, ivrMs, other, position, language);
  }

  /**
   * The same at another position of its queue.
   *
   * @throws IllegalArgumentException below 1
   */
  public CallWishes at(int other) {
    if (other < 1) {
      throw new IllegalArgumentException("positions begin with 1");
    }
    return new CallWishes(
        addPriority, requirement, preference, agent, never, ivrMs, customer, other, language);
  }

  /**
   * The same in another language.
   *
   * @throws IllegalArgumentException where it is no name of a language
   */
  public CallWishes speaking(String other) {
    if (!LinePlan.isLanguage(other)) {
      throw new IllegalArgumentException("a language is named like es, en or es_MX");
    }
    return new CallWishes(
        addPriority, requirement, preference, agent, never, ivrMs, customer, position, other);
  }
}
