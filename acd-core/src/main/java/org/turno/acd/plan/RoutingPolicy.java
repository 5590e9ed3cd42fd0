package org.turno.acd.plan;

import java.util.List;

/**
 * How a queue's contacts and agents find each other.
 *
 * @param choice whom it asks first
 * @param weight contacts of a heavier queue go before those of a lighter one, whatever their
 *     priority
 * @param ageing how waiting raises priority
 * @param relaxation how a contact that has waited asks for less, in order of time
 * @param takesOver whether a contact for whom nobody is free takes an agent who is still being
 *     asked for a contact that goes after it
 * @param interruptsWrapUp whether such a contact ends an agent's wrap-up of a lighter queue
 * @param namedAgentMs how long a contact that names an agent waits for that agent alone
 * @param preference whom of the free agents its contacts would rather have
 * @param sticky whether a returning customer gets the agent who served them last
 * @param ring how many agents are asked at once
 */
public record RoutingPolicy(
    AgentChoice choice,
    int weight,
    Ageing ageing,
    List<RelaxationStep> relaxation,
    boolean takesOver,
    boolean interruptsWrapUp,
    long namedAgentMs,
    Requirement preference,
    StickyPolicy sticky,
    RingPolicy ring) {
  /** Longest idle first, no weight, no ageing, nothing special. */
  public static final RoutingPolicy DEFAULT =
      new RoutingPolicy(AgentChoice.LONGEST_IDLE, 0, Ageing.NONE);

  /** Copies the list and rejects steps that are out of order. */
  public RoutingPolicy {
    relaxation = List.copyOf(relaxation);
    long before = 0;
    for (RelaxationStep step : relaxation) {
      if (step.afterMs() < before) {
        throw new IllegalArgumentException(
            "the relaxation step after "
                + step.afterMs()
                + " ms comes after a later one: "
                + "put the steps in order of time");
      }
      before = step.afterMs();
    }
    if (namedAgentMs < 0) {
      throw new IllegalArgumentException("a named agent is waited for " + namedAgentMs + " ms");
    }
  }

  /** Without relaxation and precedence. */
  public RoutingPolicy(AgentChoice choice, int weight, Ageing ageing) {
    this(choice, weight, ageing, List.of(), false, false, 0);
  }

  /** Without a preference. */
  public RoutingPolicy(
      AgentChoice choice,
      int weight,
      Ageing ageing,
      List<RelaxationStep> relaxation,
      boolean takesOver,
      boolean interruptsWrapUp,
      long namedAgentMs) {
    this(
        choice,
        weight,
        ageing,
        relaxation,
        takesOver,
        interruptsWrapUp,
        namedAgentMs,
        Requirement.nothing(),
        StickyPolicy.NONE,
        RingPolicy.ONE);
  }

  /** The same with another preference. */
  public RoutingPolicy preferring(Requirement other) {
    return new RoutingPolicy(
        choice,
        weight,
        ageing,
        relaxation,
        takesOver,
        interruptsWrapUp,
        namedAgentMs,
        other,
        sticky,
        ring);
  }

  /** The same with another memory of customers. */
  public RoutingPolicy with(StickyPolicy other) {
    return new RoutingPolicy(
        choice,
        weight,
        ageing,
        relaxation,
        takesOver,
        interruptsWrapUp,
        namedAgentMs,
        preference,
        other,
        ring);
  }

  /** The same, asking other numbers at once. */
  public RoutingPolicy with(RingPolicy other) {
    return new RoutingPolicy(
        choice,
        weight,
        ageing,
        relaxation,
        takesOver,
        interruptsWrapUp,
        namedAgentMs,
        preference,
        sticky,
        other);
  }
}
