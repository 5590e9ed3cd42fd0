package org.turno.acd.routing;

import java.util.List;
import java.util.TreeSet;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Skills;

/**
 * The agents who are alike for routing, and those of them who are free, longest idle first.
 * Eligibility is worked out once per profile and demand, not per agent and contact.
 */
final class Profile {
  /** What makes agents alike. */
  record Key(PbxId pbx, Skills skills, List<QueueId> queues) {
    static Key of(AgentPlan plan) {
      return new Key(plan.phone().pbx(), plan.skills(), plan.queues());
    }

    boolean mayServe(Demand.Key demand) {
      return pbx.equals(demand.pbx())
          && (queues.isEmpty() || queues.contains(demand.queue()))
          && demand.requirement().isMetBy(skills);
    }
  }

  final Key key;
  final TreeSet<FreeAgent> free = new TreeSet<>();
  final List<Demand> demands = new java.util.ArrayList<>();

  Profile(Key key) {
    this.key = key;
  }
}
