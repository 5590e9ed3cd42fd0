package org.turno.acd.routing;

import java.util.LinkedHashSet;
import java.util.Set;
import org.turno.acd.agent.Agent;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.ReservePlan;

/** A reserve and those of it who are free. */
final class Reserve {
  final ReservePlan plan;
  final Set<Agent> free = new LinkedHashSet<>();

  Reserve(ReservePlan plan) {
    this.plan = plan;
  }

  boolean withholdsFrom(QueueId queue) {
    return free.size() <= plan.keep() && !plan.queues().contains(queue);
  }

  /** One agent more is free: true when with that those kept back so far no longer are. */
  boolean freed(Agent agent) {
    return free.add(agent) && free.size() == plan.keep() + 1;
  }
}
