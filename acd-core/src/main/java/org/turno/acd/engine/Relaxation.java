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
      long afterMs = steps.get(contact.relaxed()).afterMs();
      boolean due = d.timeMs >= contact.queuedMs() + afterMs;
      if (!due && !d.state.router().hopeless(contact)) {
        break;
      }
      take(d, contact, steps, !due);
    }
    setTimer(d, contact, steps);
  }

  /**
   * Somebody went, or takes nothing more: contacts need not wait for that one alone, and those that
   * now nobody could serve not for their next step.
   */
  static void agentWent(Decision d) {
    for (Contact contact : List.copyOf(d.state.contacts())) {
      Companions.reconsider(d, contact);
      if (contact.waiting()
          && contact.relaxed() < steps(d, contact).size()
          && d.state.router().hopeless(contact)) {
        advance(d, contact);
      }
    }
  }

  private static void take(Decision d, Contact contact, List<RelaxationStep> steps, boolean early) {
    RelaxationStep step = steps.get(contact.relaxed());
    Requirement requirement = contact.requirement();
    if (step.requirement() != null) {
      requirement = Placement.asked(d, contact, step.requirement());
    }
    Requirement preference = contact.preference();
    if (step.preference() != null) {
      preference = Placement.preferred(d, contact, step.preference());
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
            preference,
            contact.ownPriority() + gain(steps, contact.relaxed() + 1),
            queues,
            early));
  }

  /** What so many steps add. Counted anew each time: who begins anew must not gain twice. */
  private static int gain(List<RelaxationStep> steps, int taken) {
    return steps.subList(0, taken).stream().mapToInt(RelaxationStep::addPriority).sum();
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
