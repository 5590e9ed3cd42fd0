package org.turno.acd.engine;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/** A changed configuration, applied to what is going on. */
final class Plans {
  private Plans() {}

  /** The queues whose callers hear other music, or may press other keys, from now on. */
  private static Set<QueueId> keptOtherwise(Decision d, FloorPlan plan) {
    Set<QueueId> changed = new TreeSet<>();
    for (QueuePlan queue : plan.queues()) {
      QueuePlan before = d.state.queues().plan(queue.id());
      if (before != null && Placement.keepsOtherwise(before, queue)) {
        changed.add(queue.id());
      }
    }
    return changed;
  }

  static void loaded(Decision d, FloorPlan plan) {
    if (plan.equals(d.state.plan())) {
      d.ignore(SystemEvent.IgnoreReason.NO_CHANGE, "the configuration is the same");
      return;
    }
    Set<QueueId> relaxationChanged = new TreeSet<>();
    for (QueuePlan queue : plan.queues()) {
      QueuePlan before = d.state.queues().plan(queue.id());
      if (before != null && !before.routing().relaxation().equals(queue.routing().relaxation())) {
        relaxationChanged.add(queue.id());
      }
    }
    Set<QueueId> keptOtherwise = keptOtherwise(d, plan);
    d.emit(new SystemEvent.PlanApplied(plan));
    for (Agent agent : List.copyOf(d.state.agents())) {
      if (!agent.configured() && agent.isSignedIn() && !agent.isLeaving()) {
        Desk.signOut(d, agent);
      }
    }
    for (Agent agent : List.copyOf(d.state.agents())) {
      OpenLines.settle(d, agent);
    }
    for (Contact contact : List.copyOf(d.state.contacts())) {
      QueueId queue = contact.queue();
      if (Callbacks.forbidden(d, contact)) {
        continue;
      }
      Placement.resume(d, contact, queue != null && relaxationChanged.contains(queue));
      if (queue != null
          && queue.equals(contact.queue())
          && keptOtherwise.contains(queue)
          && contact.inQueue()) {
        Placement.park(d, contact);
      }
    }
    Listenings.planned(d);
    Observing.planned(d, plan);
  }
}
