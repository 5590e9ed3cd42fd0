package org.turno.acd.plan;

/** A piece of what is played to a caller. */
public sealed interface Prompt {
  /**
   * A recording.
   *
   * @param name what the PBX calls it, without language and ending: {@code turno/closed}
   */
  record Sound(String name) implements Prompt {
    /** Whether a text can be a name: without blanks or variables of a PBX. */
    public static boolean isName(String text) {
      return text.matches("[A-Za-z0-9_./-]{1,100}");
    }
  }

  /** A number, spoken in the announcement's language; below 0 as 0. */
  record Numeral(long value) implements Prompt {}
}
