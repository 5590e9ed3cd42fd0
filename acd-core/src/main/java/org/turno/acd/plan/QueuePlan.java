package org.turno.acd.plan;

import org.jspecify.annotations.Nullable;

/**
 * A queue and its policies. All times in milliseconds.
 *
 * @param id its name
 * @param name what people read
 * @param requirement what every contact of the queue asks of an agent
 * @param music the hold-music class that the PBX plays
 * @param offerTimeoutMs how long a phone rings for one offer
 * @param wrapUpLimitMs how long wrap-up may last; 0 for no wrap-up, {@link #WRAP_UP_BY_AGENT} for
 *     one that only the agent ends
 * @param missesBeforePause offers in a row that an agent may leave unanswered before being paused;
 *     0 for never
 * @param retryDelayMs how long an agent is left alone after an offer that failed (no answer, busy,
 *     unreachable, rejected)
 * @param maxWaitMs after which a contact overflows; 0 for never
 * @param maxLength contacts that may wait; one more overflows at once; 0 for no limit
 * @param overflow where an overflowing contact goes; required with maxWaitMs or maxLength
 * @param serviceLevelTargetMs T of the service-level formulas
 * @param shortAbandonMs a contact that leaves sooner is a short abandon
 * @param routing how its contacts and agents find each other
 */
public record QueuePlan(
    QueueId id,
    String name,
    Requirement requirement,
    String music,
    long offerTimeoutMs,
    long wrapUpLimitMs,
    int missesBeforePause,
    long retryDelayMs,
    long maxWaitMs,
    int maxLength,
    @Nullable Destination overflow,
    long serviceLevelTargetMs,
    long shortAbandonMs,
    RoutingPolicy routing) {
  /** Wrap-up that no limit ends. */
  public static final long WRAP_UP_BY_AGENT = -1;

  /** Rejects limits without a destination and times that make no sense. */
  public QueuePlan {
    if (overflow == null && (maxWaitMs > 0 || maxLength > 0)) {
      throw new IllegalArgumentException(
          "queue " + id + " has a limit but no overflow: say where its contacts go");
    }
    if (offerTimeoutMs <= 0) {
      throw new IllegalArgumentException(
          "queue " + id + " rings for " + offerTimeoutMs + " ms: use more than 0");
    }
    if (wrapUpLimitMs < WRAP_UP_BY_AGENT
        || retryDelayMs < 0
        || maxWaitMs < 0
        || maxLength < 0
        || missesBeforePause < 0
        || serviceLevelTargetMs < 0
        || shortAbandonMs < 0) {
      throw new IllegalArgumentException("queue " + id + " has a negative limit: use 0 or more");
    }
  }

  /** With everyday routing. */
  public QueuePlan(
      QueueId id,
      String name,
      Requirement requirement,
      String music,
      long offerTimeoutMs,
      long wrapUpLimitMs,
      int missesBeforePause,
      long retryDelayMs,
      long maxWaitMs,
      int maxLength,
      @Nullable Destination overflow,
      long serviceLevelTargetMs,
      long shortAbandonMs) {
    this(
        id,
        name,
        requirement,
        music,
        offerTimeoutMs,
        wrapUpLimitMs,
        missesBeforePause,
        retryDelayMs,
        maxWaitMs,
        maxLength,
        overflow,
        serviceLevelTargetMs,
        shortAbandonMs,
        RoutingPolicy.DEFAULT);
  }

  /** The same queue with another routing. */
  public QueuePlan with(RoutingPolicy other) {
    return new QueuePlan(
        id,
        name,
        requirement,
        music,
        offerTimeoutMs,
        wrapUpLimitMs,
        missesBeforePause,
        retryDelayMs,
        maxWaitMs,
        maxLength,
        overflow,
        serviceLevelTargetMs,
        shortAbandonMs,
        other);
  }

  /** A queue with everyday values: rings 15 s, no wrap-up, no limits, target 20 s. */
  public static QueuePlan of(String id) {
    return new QueuePlan(
        new QueueId(id),
        id,
        Requirement.nothing(),
        "default",
        15_000,
        0,
        3,
        5_000,
        0,
        0,
        null,
        20_000,
        5_000);
  }
}
