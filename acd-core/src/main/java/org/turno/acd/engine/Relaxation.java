package org.turno.acd.engine;

import java.util.ArrayList;
import java.util.List;
import org.turno.acd.contact.Contact;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.TimerId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RelaxationStep;
import org.turno.acd.plan.Requirement;

/** Contacts that have waited ask for less. */
final class Relaxation {
  private Relaxation() {}

  /** Takes every step that is due, or that is the only way on, and waits for the next. */
  static void advance(Decision d, Contact contact) {
    List<RelaxationStep> steps = steps(d, contact);
    while (contact.waiting() && contact.relaxed() < steps.size()) {
      RelaxationStep next = steps.get(contact.relaxed());
      boolean due = d.timeMs >= contact.queuedMs() + next.afterMs();
      if (!due && !d.state.router().hopeless(contact)) {
        break;
      }
      take(d, contact, next, !due);
    }
    setTimer(d, contact, steps);
  }

  /** Somebody went: contacts that now nobody could serve need not wait for their next step. */
  static void agentWent(Decision d) {
    for (Contact contact : List.copyOf(d.state.contacts())) {
      if (contact.waiting()
          && contact.relaxed() < steps(d, contact).size()
          && d.state.router().hopeless(contact)) {
        advance(d, contact);
      }
    }
  }

  private static void take(Decision d, Contact contact, RelaxationStep step, boolean early) {
    Requirement requirement = contact.requirement();
    if (step.requirement() != null) {
      requirement = Placement.asked(d, contact, step.requirement());
    }
    List<QueueId> queues = new ArrayList<>(contact.moreQueues());
    for (QueueId queue : step.addQueues()) {
      if (!queues.contains(queue)) {
        queues.add(queue);
      }
    }
    d.emit(
        new ContactEvent.Relaxed(
            contact.id(),
            contact.relaxed() + 1,
            requirement,
            contact.priority() + step.addPriority(),
            queues,
            early));
  }

  private static void setTimer(Decision d, Contact contact, List<RelaxationStep> steps) {
    String subject = contact.id().value();
    if (contact.relaxed() >= steps.size()) {
      d.cancelTimer(TimerId.Kind.RELAX, subject);
      return;
    }
    long dueMs = contact.queuedMs() + steps.get(contact.relaxed()).afterMs();
    Timers.Timer running = d.state.timers().get(new TimerId(TimerId.Kind.RELAX, subject));
    if (dueMs > d.timeMs && (running == null || running.deadlineMs() != dueMs)) {
      d.setTimer(TimerId.Kind.RELAX, subject, dueMs);
    }
  }

  private static List<RelaxationStep> steps(Decision d, Contact contact) {
    QueuePlan queue = contact.queue() == null ? null : d.state.queues().plan(contact.queue());
    return queue == null ? List.of() : queue.routing().relaxation();
  }
}
