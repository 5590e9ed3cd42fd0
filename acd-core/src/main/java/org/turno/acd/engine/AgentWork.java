package org.turno.acd.engine;

import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.TimerId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.QueuePlan;

/** What an agent does when the work in hand ends. */
final class AgentWork {
  private AgentWork() {}

  /** A conversation is over: wrap-up, if the queue has it. */
  static void afterTalk(Decision d, Agent agent, Contact contact) {
    QueuePlan queue = contact.queue() == null ? null : d.state.queues().plan(contact.queue());
    long limitMs = queue == null ? 0 : agent.plan().wrapUpAfter(queue).limitMs();
    if (queue != null && limitMs != 0) {
      d.emit(new AgentEvent.WrapUpStarted(agent.id(), contact.id(), queue.id()));
      if (limitMs > 0) {
        d.setTimer(TimerId.Kind.WRAP_UP, agent.id().value(), d.timeMs + limitMs);
      }
    } else {
      HardContacts.workEnded(d, agent, contact.id());
      leaveIfDone(d, agent);
    }
  }

  /** Wrap-up is over. */
  static void wrapUpEnded(Decision d, Agent agent, boolean byLimit) {
    d.cancelTimer(TimerId.Kind.WRAP_UP, agent.id().value());
    ContactId contact = agent.contact();
    d.emit(new AgentEvent.WrapUpEnded(agent.id(), byLimit));
    PhoneWatch.recall(d, agent);
    HardContacts.workEnded(d, agent, contact);
    leaveIfDone(d, agent);
  }

  /** Signs out an agent who wanted to go and has nothing in hand any more. */
  static void leaveIfDone(Decision d, Agent agent) {
    if (agent.isLeaving() && agent.activity() == Agent.Activity.IDLE) {
      signOut(d, agent);
    } else {
      OpenLines.settle(d, agent);
    }
  }

  static void signOut(Decision d, Agent agent) {
    d.cancelTimer(TimerId.Kind.RETRY, agent.id().value());
    Pauses.cancel(d, agent);
    d.emit(new AgentEvent.SignedOut(agent.id()));
    OpenLines.settle(d, agent);
    Relaxation.agentWent(d);
  }
}
