package org.turno.acd.plan;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An agent as configured.
 *
 * @param id used to sign in and in the API
 * @param alias the only name that screens show
 * @param phone where the agent is rung
 * @param skills what the agent can do
 * @param queues which queues the agent serves; empty for every queue whose requirement is met
 * @param tiers standing by queue; {@link Tier#FIRST} where nothing is said
 */
public record AgentPlan(
    AgentId id,
    String alias,
    PhoneId phone,
    Skills skills,
    List<QueueId> queues,
    SortedMap<QueueId, Tier> tiers) {
  /** Copies list and map. */
  public AgentPlan {
    queues = List.copyOf(queues);
    tiers = Collections.unmodifiableSortedMap(new TreeMap<>(tiers));
  }

  /** Everywhere in the first tier. */
  public AgentPlan(AgentId id, String alias, PhoneId phone, Skills skills, List<QueueId> queues) {
    this(id, alias, phone, skills, queues, Collections.emptySortedMap());
  }

  /** The standing in a queue. */
  public Tier tier(QueueId queue) {
    return tiers.getOrDefault(queue, Tier.FIRST);
  }
}
