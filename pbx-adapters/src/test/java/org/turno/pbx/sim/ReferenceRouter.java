package org.turno.pbx.sim;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.pbx.sim.FloorModel.ModelAgent;
import org.turno.pbx.sim.FloorModel.ModelContact;

/**
 * The policy as one would explain it: of the contacts that wait and that somebody free may serve,
 * the one of highest priority, then the oldest; for it, of those who may serve it, the agent asked
 * least often for it, then the longest idle. Looks at every pair, each time.
 */
final class ReferenceRouter {
  /** Who should get whom. */
  record Pair(ContactId contact, AgentId agent) {}

  private ReferenceRouter() {}

  static @Nullable Pair choose(FloorModel model) {
    List<ModelContact> waiting =
        model.contacts.values().stream()
            .filter(c -> c.stage == FloorModel.Stage.WAITING)
            .sorted(
                Comparator.<ModelContact>comparingInt(c -> -c.arrival.priority())
                    .thenComparingLong(c -> c.arrival.arrivedMs())
                    .thenComparingLong(c -> c.ordinal))
            .toList();
    for (ModelContact contact : waiting) {
      ModelAgent best = null;
      for (ModelAgent agent : model.agents.values()) {
        if (mayServe(agent, contact) && (best == null || before(contact, agent, best))) {
          best = agent;
        }
      }
      if (best != null) {
        return new Pair(contact.arrival.contact(), best.plan.id());
      }
    }
    return null;
  }

  private static boolean mayServe(ModelAgent agent, ModelContact contact) {
    return agent.free()
        && agent.plan.phone().pbx().equals(contact.arrival.pbx())
        && contact.queue != null
        && (agent.plan.queues().isEmpty() || agent.plan.queues().contains(contact.queue))
        && contact.requirement.isMetBy(agent.plan.skills());
  }

  private static boolean before(ModelContact contact, ModelAgent a, ModelAgent b) {
    int order = Integer.compare(tries(contact, a), tries(contact, b));
    order = order != 0 ? order : Long.compare(a.idleSinceMs, b.idleSinceMs);
    order = order != 0 ? order : Long.compare(a.idleSeq, b.idleSeq);
    return (order != 0 ? order : a.plan.id().compareTo(b.plan.id())) < 0;
  }

  private static int tries(ModelContact contact, ModelAgent agent) {
    return contact.tries.getOrDefault(agent.plan.id(), 0);
  }
}
