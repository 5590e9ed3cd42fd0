package org.turno.acd.plan;

/**
 * How a queue asks an agent, and what an offer that failed means.
 *
 * @param timeoutMs how long a phone rings for one offer, milliseconds
 * @param missesBeforePause offers in a row that an agent may leave unanswered before being paused;
 *     0 for never
 * @param rejectionsBeforePause offers in a row that an agent may decline before being paused; 0 for
 *     never
 * @param rejectionIsMiss whether a declined offer counts as one left unanswered
 * @param delays how long an agent is left alone after an offer that failed
 */
public record OfferPolicy(
    long timeoutMs,
    int missesBeforePause,
    int rejectionsBeforePause,
    boolean rejectionIsMiss,
    RetryDelays delays) {
  /** Rings 15 s; three misses in a row are a pause; an agent is left alone for 5 s. */
  public static final OfferPolicy DEFAULT = new OfferPolicy(15_000, 3, 5_000);

  /** Rejects times and numbers that make no sense. */
  public OfferPolicy {
    if (timeoutMs <= 0) {
      throw new IllegalArgumentException(
          "an offer rings for " + timeoutMs + " ms: use more than 0");
    }
    if (missesBeforePause < 0 || rejectionsBeforePause < 0) {
      throw new IllegalArgumentException(
          "misses before a pause "
              + missesBeforePause
              + ", rejections "
              + rejectionsBeforePause
              + ": use 0 or more");
    }
  }

  /** Declining has no consequence but the delay, which is one for all failures. */
  public OfferPolicy(long timeoutMs, int missesBeforePause, long retryDelayMs) {
    this(timeoutMs, missesBeforePause, 0, false, RetryDelays.all(retryDelayMs));
  }

  /** The same with another time to ring. */
  public OfferPolicy ringing(long newTimeoutMs) {
    return new OfferPolicy(
        newTimeoutMs, missesBeforePause, rejectionsBeforePause, rejectionIsMiss, delays);
  }

  /** The same with other consequences of declining. */
  public OfferPolicy declining(int newRejectionsBeforePause, boolean newRejectionIsMiss) {
    return new OfferPolicy(
        timeoutMs, missesBeforePause, newRejectionsBeforePause, newRejectionIsMiss, delays);
  }

  /** The same with another limit of misses. */
  public OfferPolicy pausingAfter(int newMissesBeforePause) {
    return new OfferPolicy(
        timeoutMs, newMissesBeforePause, rejectionsBeforePause, rejectionIsMiss, delays);
  }

  /** The same with other delays. */
  public OfferPolicy retryingAfter(RetryDelays newDelays) {
    return new OfferPolicy(
        timeoutMs, missesBeforePause, rejectionsBeforePause, rejectionIsMiss, newDelays);
  }
}
