package org.turno.server.config;

import java.util.List;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;

/** Who could serve what, judged by the configuration alone. */
public final class Coverage {
  private Coverage() {}

  /** The agents who may serve the contacts of a line in its own queue. */
  public static List<AgentPlan> agents(LinePlan line, QueuePlan queue, List<AgentPlan> agents) {
    Requirement asked = queue.requirement().and(line.requirement());
    return agents.stream()
        .filter(agent -> agent.queues().isEmpty() || agent.queues().contains(queue.id()))
        .filter(agent -> asked.isMetBy(agent.skills()))
        .toList();
  }
}
