package org.turno.acd.plan;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

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
 * @param medium in which its contacts come
 * @param language in which its callers are spoken to, as the PBX names it: {@code es}
 * @param closed what it does when it is closed
 * @param greeting what its callers hear when they come, while an agent is sought
 * @param callback whether its callers may be called back
 * @param listening whether supervisors may take part in its conversations
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
    MediumId medium,
    String language,
    ClosedPolicy closed,
    List<Prompt> greeting,
    boolean callback,
    boolean listening) {
  /** The language of lines for which none is named. */
  public static final String DEFAULT_LANGUAGE = "es";

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}([_-][A-Za-z0-9]{2,8})*");

  /** Whether this can be a language as PBXs name them: {@code es}, {@code pt_BR}. */
  public static boolean isLanguage(String name) {
    return LANGUAGE.matcher(name).matches();
  }

  /** Copies the list and rejects a protected line that would show its caller. */
  public LinePlan {
    greeting = List.copyOf(greeting);
    if (protectedLine && display == CallerDisplay.CALLER) {
      throw new IllegalArgumentException(
          "line " + id + " is protected and would show its caller: use the display LINE");
    }
    if (protectedLine && callback) {
      throw new IllegalArgumentException(
          "line " + id + " is protected and would call people back: do without callbacks");
    }
  }

  /**
   * Without a preference and never closed; its callers are spoken to in the {@link
   * #DEFAULT_LANGUAGE}. Supervisors may listen unless it is protected.
   */
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
        MediumId.VOICE,
        DEFAULT_LANGUAGE,
        ClosedPolicy.NEVER,
        List.of(),
        false,
        !protectedLine);
  }

  /** The same with another preference. */
  public LinePlan preferring(Requirement other) {
    return but(parts -> parts.preference = other);
  }

  /** The same in another medium. */
  public LinePlan in(MediumId other) {
    return but(parts -> parts.medium = other);
  }

  /** The same, its callers spoken to in another language. */
  public LinePlan speaking(String other) {
    return but(parts -> parts.language = other);
  }

  /** The same to another queue. */
  public LinePlan to(QueueId other) {
    return but(parts -> parts.queue = other);
  }

  /** The same, otherwise closed. */
  public LinePlan with(ClosedPolicy other) {
    return but(parts -> parts.closed = other);
  }

  /** The same, its callers greeted in another way. */
  public LinePlan greeting(List<Prompt> other) {
    return but(parts -> parts.greeting = other);
  }

  /** The same, its callers called back or not. */
  public LinePlan callingBack(boolean now) {
    return but(parts -> parts.callback = now);
  }

  /** The same, supervisors taking part or not. */
  public LinePlan listenedTo(boolean now) {
    return but(parts -> parts.listening = now);
  }

  /** The components that can be others. */
  private static final class Parts {
    private QueueId queue;
    private Requirement preference;
    private MediumId medium;
    private String language;
    private ClosedPolicy closed;
    private List<Prompt> greeting;
    private boolean callback;
    private boolean listening;

    private Parts(LinePlan of) {
      queue = of.queue;
      preference = of.preference;
      medium = of.medium;
      language = of.language;
      closed = of.closed;
      greeting = of.greeting;
      callback = of.callback;
      listening = of.listening;
    }
  }

  private LinePlan but(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return new LinePlan(
        id,
        name,
        parts.queue,
        priority,
        requirement,
        parts.preference,
        display,
        protectedLine,
        parts.medium,
        parts.language,
        parts.closed,
        parts.greeting,
        parts.callback,
        parts.listening);
  }
}
