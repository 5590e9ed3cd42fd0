package org.turno.acd.plan;

/**
 * How long an agent is left alone after an offer that failed, by what it failed for. All times in
 * milliseconds.
 *
 * @param noAnswerMs after a phone that rang in vain
 * @param rejectedMs after the agent declined
 * @param busyMs after an engaged phone
 * @param unreachableMs after a phone that could not be rung
 */
public record RetryDelays(long noAnswerMs, long rejectedMs, long busyMs, long unreachableMs) {
  /** Rejects negative times. */
  public RetryDelays {
    if (noAnswerMs < 0 || rejectedMs < 0 || busyMs < 0 || unreachableMs < 0) {
      throw new IllegalArgumentException("a retry delay is negative: use 0 or more");
    }
  }

  /** The same delay for all. */
  public static RetryDelays all(long ms) {
    return new RetryDelays(ms, ms, ms, ms);
  }
}
