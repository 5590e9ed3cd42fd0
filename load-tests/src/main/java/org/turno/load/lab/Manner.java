package org.turno.load.lab;

/** How a phone treats one call. */
public sealed interface Manner {
  /** Rings, answers after ringMs, and hangs up talkMs later unless the other side does before. */
  record Answer(long ringMs, long talkMs) implements Manner {}

  /** Says that it is engaged (486). */
  record Busy() implements Manner {}

  /** Declines (603). */
  record Decline() implements Manner {}

  /** Longer than any test. */
  long FOR_EVER_MS = 24 * 3_600_000L;

  /** Answers after ringMs and talks until the other side hangs up or the test says so. */
  static Manner answerAfterMs(long ringMs) {
    return new Answer(ringMs, FOR_EVER_MS);
  }

  /** Rings until it is cancelled or the test says to answer. */
  static Manner ringForEver() {
    return new Answer(FOR_EVER_MS, FOR_EVER_MS);
  }

  /** The scenario's line for it. */
  default String csv() {
    return switch (this) {
      case Answer answer -> "answer;" + answer.ringMs + ";" + answer.talkMs;
      case Busy busy -> "busy;0;0";
      case Decline decline -> "decline;0;0";
    };
  }
}
