package org.turno.acd.plan;

/** A piece of what is played to a caller. */
public sealed interface Prompt {
  /**
   * A recording.
   *
   * @param name what the PBX calls it, without language and ending: {@code turno/closed}
   */
  record Sound(String name) implements Prompt {}

  /** A number, spoken in the announcement's language; below 0 as 0. */
  record Numeral(long value) implements Prompt {}
}
