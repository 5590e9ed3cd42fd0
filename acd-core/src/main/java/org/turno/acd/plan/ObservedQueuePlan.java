package org.turno.acd.plan;

/**
 * How an observed queue is shown and measured.
 *
 * @param queue its name on the PBX
 * @param name what people read
 * @param serviceLevelTargetMs T of the service levels; {@link #AS_ON_PBX} for the PBX's own
 * @param shortAbandonMs who hangs up sooner is a short abandon
 */
public record ObservedQueuePlan(
    String queue, String name, long serviceLevelTargetMs, long shortAbandonMs) {
  /** The PBX's own service level, or 20 s where it has none. */
  public static final long AS_ON_PBX = -1;

  /** Rejects a queue without a name. */
  public ObservedQueuePlan {
    Ids.requireText(queue, "observed queue");
  }

  /** Measured by the PBX's own service level and the usual threshold of short abandons. */
  public static ObservedQueuePlan of(String queue) {
    return new ObservedQueuePlan(queue, queue, AS_ON_PBX, QueuePlan.of("any").shortAbandonMs());
  }
}
