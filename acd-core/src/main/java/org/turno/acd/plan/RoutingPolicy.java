package org.turno.acd.plan;

/**
 * How a queue's contacts and agents find each other.
 *
 * @param choice whom it asks first
 * @param weight contacts of a heavier queue go before those of a lighter one, whatever their
 *     priority
 * @param ageing how waiting raises priority
 */
public record RoutingPolicy(AgentChoice choice, int weight, Ageing ageing) {
  /** Longest idle first, no weight, no ageing. */
  public static final RoutingPolicy DEFAULT =
      new RoutingPolicy(AgentChoice.LONGEST_IDLE, 0, Ageing.NONE);
}
