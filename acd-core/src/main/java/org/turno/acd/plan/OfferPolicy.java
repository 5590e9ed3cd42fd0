package org.turno.acd.plan;

/**
 * How a queue asks an agent, and what an offer that failed means. All times in milliseconds.
 *
 * @param timeoutMs how long a phone rings for one offer
 * @param missesBeforePause offers in a row that an agent may leave unanswered before being paused;
 *     0 for never
 * @param retryDelayMs how long an agent is left alone after an offer that failed (no answer, busy,
 *     unreachable, rejected)
 */
public record OfferPolicy(long timeoutMs, int missesBeforePause, long retryDelayMs) {
  /** Rings 15 s; three misses in a row are a pause; an agent is left alone for 5 s. */
  public static final OfferPolicy DEFAULT = new OfferPolicy(15_000, 3, 5_000);

  /** Rejects times and numbers that make no sense. */
  public OfferPolicy {
    if (timeoutMs <= 0) {
      throw new IllegalArgumentException(
          "an offer rings for " + timeoutMs + " ms: use more than 0");
    }
    if (missesBeforePause < 0 || retryDelayMs < 0) {
      throw new IllegalArgumentException(
          "misses before a pause "
              + missesBeforePause
              + ", retry delay "
              + retryDelayMs
              + " ms: use 0 or more");
    }
  }

  /** The same with another time to ring. */
  public OfferPolicy ringing(long newTimeoutMs) {
    return new OfferPolicy(newTimeoutMs, missesBeforePause, retryDelayMs);
  }

  /** The same with another limit of misses. */
  public OfferPolicy pausingAfter(int newMissesBeforePause) {
    return new OfferPolicy(timeoutMs, newMissesBeforePause, retryDelayMs);
  }

  /** The same with another delay. */
  public OfferPolicy retryingAfter(long newRetryDelayMs) {
    return new OfferPolicy(timeoutMs, missesBeforePause, newRetryDelayMs);
  }
}
