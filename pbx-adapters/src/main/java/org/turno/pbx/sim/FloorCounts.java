package org.turno.pbx.sim;

/** What the simulated people lived through. Scheduler's thread only. */
public final class FloorCounts {
  long placed;
  long talked;
  long gaveUp;
  long sentOn;

  /** Calls placed. */
  public long placed() {
    return placed;
  }

  /** Callers who talked to an agent. */
  public long talked() {
    return talked;
  }

  /** Callers who ran out of patience. */
  public long gaveUp() {
    return gaveUp;
  }

  /** Callers whom the dialplan took on. */
  public long sentOn() {
    return sentOn;
  }

  FloorCounts() {}
}
