package org.turno.acd.plan;

import java.util.List;

/**
 * An agent as configured.
 *
 * @param id used to sign in and in the API
 * @param alias the only name that screens show
 * @param phone where the agent is rung
 * @param skills what the agent can do
 * @param queues which queues the agent serves; empty for every queue whose requirement is met
 */
public record AgentPlan(
    AgentId id, String alias, PhoneId phone, Skills skills, List<QueueId> queues) {
  /** Copies the list. */
  public AgentPlan {
    queues = List.copyOf(queues);
  }
}
