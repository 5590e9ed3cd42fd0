package org.turno.pbx.link;

import java.util.SplittableRandom;

/** Pauses between attempts: doubling, capped, and spread so that several do not come together. */
public final class Backoff {
  private final long minMs;
  private final long maxMs;
  private final SplittableRandom random;
  private int failures;

  /**
   * Starts with the shortest pause.
   *
   * @param minMs full length of the first pause
   * @param maxMs full length of the longest
   * @param seed of the spread; differs between those that should not come together
   */
  public Backoff(long minMs, long maxMs, long seed) {
    this.minMs = minMs;
    this.maxMs = maxMs;
    this.random = new SplittableRandom(seed);
  }

  /** After a failure: milliseconds before the next attempt, at least half the full pause. */
  public long nextMs() {
    long fullMs = Math.min(maxMs, minMs << Math.min(failures, 20));
    failures++;
    return Math.max(1, fullMs / 2 + random.nextLong(fullMs / 2 + 1));
  }

  /** After a success. */
  public void reset() {
    failures = 0;
  }
}
