package org.turno.load.theory;

/** What became of the counted calls of one line, as the core's events tell it. */
final class Tally {
  private final long targetMs;
  private long offered;
  private long served;
  private long waited;
  private long inTime;
  private long abandoned;
  private long refused;
  private long waitMs;

  Tally(long targetMs) {
    this.targetMs = targetMs;
  }

  void answered(long afterMs) {
    offered++;
    served++;
    waited += afterMs > 0 ? 1 : 0;
    inTime += afterMs <= targetMs ? 1 : 0;
    waitMs += afterMs;
  }

  void abandoned(long afterMs) {
    offered++;
    abandoned++;
    waited++;
    waitMs += afterMs;
  }

  void refused() {
    offered++;
    refused++;
  }

  void add(Tally other) {
    offered += other.offered;
    served += other.served;
    waited += other.waited;
    inTime += other.inTime;
    abandoned += other.abandoned;
    refused += other.refused;
    waitMs += other.waitMs;
  }

  long offered() {
    return offered;
  }

  long totalWaitMs() {
    return waitMs;
  }

  long refusedCalls() {
    return refused;
  }

  /** The share of calls that had to wait. */
  double waiting() {
    return (double) waited / offered;
  }

  /** The share of calls that were answered within the target. */
  double answeredInTime() {
    return (double) inTime / offered;
  }

  /** The share of calls that gave up. */
  double abandoning() {
    return (double) abandoned / offered;
  }

  /** The share of calls that found no place to wait. */
  double refusing() {
    return (double) refused / offered;
  }

  /** Mean wait of the calls that were let in, seconds. */
  double meanWaitS() {
    return waitMs / 1000.0 / (served + abandoned);
  }
}
