package org.turno.acd.explain;

import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.engine.AcdState;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/** What people call queues and agents, by the configuration of the moment. */
final class Names {
  private final AcdState state;

  Names(AcdState state) {
    this.state = state;
  }

  /** A queue's policies; null where it is not configured any more. */
  @Nullable QueuePlan queue(QueueId queue) {
    return state.plan().queues().stream()
        .filter(q -> q.id().equals(queue))
        .findFirst()
        .orElse(null);
  }

  String name(QueueId queue) {
    QueuePlan found = queue(queue);
    return found == null ? queue.value() : found.name();
  }

  String alias(AgentId agent) {
    Agent found = state.findAgent(agent);
    return found == null ? agent.value() : found.plan().alias();
  }
}
