package org.turno.server.config;

/** Which names things may have: they go into addresses, metrics and PBX variables. */
final class Identifiers {
  private static final String FORM = "[\\p{L}\\p{Nd}+*#_.-]{1,64}";
  private static final String SKILL_FORM = "[\\p{L}\\p{Nd}_.-]{1,64}";

  private Identifiers() {}

  /** Reports an id that would not survive everywhere. */
  static void check(String kind, Text id, Problems problems) {
    if (!id.value().matches(FORM)) {
      problems.error(
          id.spot(),
          kind + " \"" + id.value() + "\" has a name that will not do",
          "use 1 to 64 letters, digits and . _ - + * #; put what people read into name or alias");
    }
  }

  /** Reports a skill that could not be written in a requirement. */
  static void checkSkill(Text id, Problems problems) {
    boolean keyword = id.value().matches("(?i)and|or|not");
    if (keyword || !id.value().matches(SKILL_FORM)) {
      problems.error(
          id.spot(),
          "skill \"" + id.value() + "\" has a name that will not do",
          "use 1 to 64 letters, digits and . _ -, and not the words and, or, not");
    }
  }
}
