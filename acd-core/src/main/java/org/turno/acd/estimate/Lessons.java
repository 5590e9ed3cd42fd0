package org.turno.acd.estimate;

import org.turno.acd.event.WaitEstimate;

/** What was learnt of one queue. */
final class Lessons {
  /** A width in thousandths of what theory says, and how much one outcome changes it. */
  private static final int STEP = 40;

  private static final int NARROWEST = 300;
  private static final int WIDEST = 4_000;

  final LengthSketch talk;
  final LengthSketch wrapUp;

  /** From the offer to the agent's answer; offers in vain add to the sum alone. */
  final Share ring;

  /** Wrap-up, over conversations: not each has one. */
  final Share wrapUpPerTalk;

  /** Time waited, over the waits that the caller ended. */
  final Share waitedPerAbandon;

  final Arrivals arrivals;
  private int lowWidth;
  private int highWidth;
  private long sampledMs;

  Lessons() {
    talk = new LengthSketch();
    wrapUp = new LengthSketch();
    ring = new Share();
    wrapUpPerTalk = new Share();
    waitedPerAbandon = new Share();
    arrivals = new Arrivals();
    lowWidth = 1_000;
    highWidth = 1_000;
  }

  private Lessons(Lessons other) {
    talk = other.talk.copy();
    wrapUp = other.wrapUp.copy();
    ring = other.ring.copy();
    wrapUpPerTalk = other.wrapUpPerTalk.copy();
    waitedPerAbandon = other.waitedPerAbandon.copy();
    arrivals = other.arrivals.copy();
    lowWidth = other.lowWidth;
    highWidth = other.highWidth;
    sampledMs = other.sampledMs;
  }

  Lessons copy() {
    return new Lessons(this);
  }

  void sampled(long timeMs) {
    sampledMs = timeMs;
  }

  long sampledMs() {
    return sampledMs;
  }

  /**
   * A wait is over that had been estimated: the widths follow, so that in the long run one in ten
   * ends below and one above, whatever theory leaves out.
   */
  void came(WaitEstimate estimate, long waitedMs) {
    lowWidth = moved(lowWidth, waitedMs < estimate.lowMs());
    highWidth = moved(highWidth, waitedMs > estimate.highMs());
  }

  private static int moved(int width, boolean missed) {
    int moved = missed ? width + 9 * STEP : width - STEP;
    return Math.max(NARROWEST, Math.min(WIDEST, moved));
  }

  /** How far below the middle the interval begins, in thousandths of what theory says. */
  int lowWidth() {
    return lowWidth;
  }

  /** How far above the middle the interval ends, likewise. */
  int highWidth() {
    return highWidth;
  }

  @Override
  public String toString() {
    return "talk "
        + talk
        + " wrap-up "
        + wrapUp
        + " of "
        + wrapUpPerTalk
        + " ring "
        + ring
        + " patience "
        + waitedPerAbandon
        + " arrivals "
        + arrivals
        + " widths "
        + lowWidth
        + "/"
        + highWidth
        + " sampled "
        + sampledMs;
  }
}
