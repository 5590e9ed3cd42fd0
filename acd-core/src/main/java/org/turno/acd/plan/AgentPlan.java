package org.turno.acd.plan;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An agent as configured.
 *
 * @param id used to sign in and in the API
 * @param alias the only name that screens show
 * @param phone where the agent is rung
 * @param skills what the agent can do
 * @param queues which queues the agent serves; empty for every queue whose requirement is met
 * @param tiers standing by queue; {@link Tier#FIRST} where nothing is said
 * @param team whose agent it is; what the team gives is in the components above already
 * @param seat whose seat this is and what is served there
 * @param answer how the agent takes offers
 * @param wrapUp the wrap-up this agent has instead of what queues give; null for what they give
 */
public record AgentPlan(
    AgentId id,
    String alias,
    PhoneId phone,
    Skills skills,
    List<QueueId> queues,
    SortedMap<QueueId, Tier> tiers,
    @Nullable TeamId team,
    SeatPlan seat,
    AnswerMode answer,
    @Nullable WrapUpPolicy wrapUp) {
  /** Copies list and map. */
  public AgentPlan {
    queues = List.copyOf(queues);
    tiers = Collections.unmodifiableSortedMap(new TreeMap<>(tiers));
  }

  /** Answers by hand. */
  public AgentPlan(
      AgentId id,
      String alias,
      PhoneId phone,
      Skills skills,
      List<QueueId> queues,
      SortedMap<QueueId, Tier> tiers,
      @Nullable TeamId team,
      SeatPlan seat) {
    this(id, alias, phone, skills, queues, tiers, team, seat, AnswerMode.MANUAL, null);
  }

  /** Of no team. */
  public AgentPlan(
      AgentId id,
      String alias,
      PhoneId phone,
      Skills skills,
      List<QueueId> queues,
      SortedMap<QueueId, Tier> tiers) {
    this(id, alias, phone, skills, queues, tiers, null, SeatPlan.only(id), AnswerMode.MANUAL, null);
  }

  /** Of no team and everywhere in the first tier. */
  public AgentPlan(AgentId id, String alias, PhoneId phone, Skills skills, List<QueueId> queues) {
    this(id, alias, phone, skills, queues, Collections.emptySortedMap());
  }

  /** The same agent in a team. */
  public AgentPlan with(@Nullable TeamId other) {
    return new AgentPlan(id, alias, phone, skills, queues, tiers, other, seat, answer, wrapUp);
  }

  /** The same agent, who takes offers in another way. */
  public AgentPlan answering(AnswerMode other) {
    return new AgentPlan(id, alias, phone, skills, queues, tiers, team, seat, other, wrapUp);
  }

  /** The same agent at another phone. */
  public AgentPlan ringing(PhoneId other) {
    return new AgentPlan(id, alias, other, skills, queues, tiers, team, seat, answer, wrapUp);
  }

  /** The same at another seat. */
  public AgentPlan at(SeatPlan other) {
    return new AgentPlan(id, alias, phone, skills, queues, tiers, team, other, answer, wrapUp);
  }

  /** The same agent with a wrap-up of its own, or with what queues give. */
  public AgentPlan wrappingUp(@Nullable WrapUpPolicy other) {
    return new AgentPlan(id, alias, phone, skills, queues, tiers, team, seat, answer, other);
  }

  /**
   * What follows a conversation of a queue: the agent's own wrap-up, except where only the agent
   * may end what the queue gives.
   */
  public WrapUpPolicy wrapUpAfter(QueuePlan queue) {
    return wrapUp == null || queue.wrapUp().limitMs() == WrapUpPolicy.BY_AGENT
        ? queue.wrapUp()
        : wrapUp;
  }

  /** The standing in a queue. */
  public Tier tier(QueueId queue) {
    return tiers.getOrDefault(queue, Tier.FIRST);
  }
}
