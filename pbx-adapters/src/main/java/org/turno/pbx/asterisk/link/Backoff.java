package org.turno.pbx.asterisk.link;

import java.util.random.RandomGenerator;

/** Pauses between attempts: doubling, capped, and spread so that several do not come together. */
public final class Backoff {
  private final long minMs;
  private final long maxMs;
  private final RandomGenerator random;
  private int failures;

  /** With its limits in milliseconds. */
  public Backoff(long minMs, long maxMs, RandomGenerator random) {
    this.minMs = minMs;
    this.maxMs = maxMs;
    this.random = random;
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
