package org.turno.acd.plan;

/**
 * A line and its policies.
 *
 * @param id its name, also what the PBX's dialplan hands over
 * @param name what people read: on the agent's phone, on the wallboard
 * @param queue where its contacts wait
 * @param priority of its contacts; higher is served first
 * @param requirement what its contacts ask beyond what the queue asks
 * @param preference whom of the free agents its contacts would rather have
 * @param display what the agent's phone shows
 * @param protectedLine true where no trace of the caller may be left
 * @param language in which its callers are spoken to, as the PBX names it: {@code es}
 */
public record LinePlan(
    LineId id,
    String name,
    QueueId queue,
    int priority,
    Requirement requirement,
    Requirement preference,
    CallerDisplay display,
    boolean protectedLine,
    String language) {
  /** The language of lines for which none is named. */
  public static final String DEFAULT_LANGUAGE = "es";

  /** Rejects a protected line that would show its caller. */
  public LinePlan {
    if (protectedLine && display == CallerDisplay.CALLER) {
      throw new IllegalArgumentException(
          "line " + id + " is protected and would show its caller: use the display LINE");
    }
  }

  /** Without a preference; its callers are spoken to in the {@link #DEFAULT_LANGUAGE}. */
  public LinePlan(
      LineId id,
      String name,
      QueueId queue,
      int priority,
      Requirement requirement,
      CallerDisplay display,
      boolean protectedLine) {
    this(
        id,
        name,
        queue,
        priority,
        requirement,
        Requirement.nothing(),
        display,
        protectedLine,
        DEFAULT_LANGUAGE);
  }

  /** The same with another preference. */
  public LinePlan preferring(Requirement other) {
    return new LinePlan(
        id, name, queue, priority, requirement, other, display, protectedLine, language);
  }
}
