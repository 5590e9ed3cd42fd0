package org.turno.acd.plan;

/**
 * A reason for which agents may pause.
 *
 * @param name what agents and programs say
 * @param textEs what screens show in Spanish
 * @param textEn what screens show in English
 * @param paid whether the time is paid
 * @param planned whether a shift foresees such pauses: they may be asked for ahead of time
 * @param limitMs after which the supervisor sees that it has lasted too long; 0 for never
 */
public record PauseReason(
    String name, String textEs, String textEn, boolean paid, boolean planned, long limitMs) {
  /** The reason where an agent missed too many offers in a row. */
  public static final String NO_ANSWER = "no-answer";

  /** The reason where an agent declined too many offers in a row. */
  public static final String REJECTED = "rejected";

  /** The reason where an agent whose line stays open has closed it. */
  public static final String LINE_CLOSED = "line-closed";

  /** The reason of a break after hard contacts. */
  public static final String HARD_CONTACTS = "hard-contacts";

  /** Rejects a reason without a name and a negative limit. */
  public PauseReason {
    Ids.requireText(name, "pause reason");
    if (limitMs < 0) {
      throw new IllegalArgumentException(
          "pause reason " + name + " has the limit " + limitMs + " ms: use 0 or more");
    }
  }

  /** A reason that nothing is said of: paid, as work is, and not foreseen. */
  public static PauseReason unlisted(String name) {
    return switch (name) {
      case NO_ANSWER -> own(name, "Llamadas sin contestar", "Calls not answered");
      case LINE_CLOSED -> own(name, "Línea colgada", "Line closed");
      case REJECTED -> own(name, "Llamadas rechazadas", "Calls declined");
      case HARD_CONTACTS ->
          own(name, "Descanso tras contactos difíciles", "Break after hard contacts");
      default -> own(name, name, name);
    };
  }

  private static PauseReason own(String name, String textEs, String textEn) {
    return new PauseReason(name, textEs, textEn, true, false, 0);
  }

  /** Whether Turno itself gives the name. */
  public static boolean isOwn(String name) {
    return name.equals(NO_ANSWER)
        || name.equals(REJECTED)
        || name.equals(LINE_CLOSED)
        || name.equals(HARD_CONTACTS);
  }
}
