package org.turno.acd.engine;

import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.TimerId;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.CustomerId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.StickyPolicy;

/**
 * Contacts that are to have one certain agent: whom the call names, or who served the customer
 * last. They wait for that agent alone for a while, if the agent is at work and may serve them.
 */
final class Companions {
  private Companions() {}

  /** A contact entered a queue. */
  static void entered(Decision d, Contact contact, QueuePlan queue) {
    if (contact.wishes().agent() != null || contact.lastAgent() != null) {
      waitFor(d, contact, waitMs(contact, queue));
    } else {
      recognize(d, contact, queue.routing().sticky());
    }
  }

  private static long waitMs(Contact contact, QueuePlan queue) {
    RoutingPolicy policy = queue.routing();
    return contact.wishes().agent() != null ? policy.namedAgentMs() : policy.sticky().waitMs();
  }

  private static void recognize(Decision d, Contact contact, StickyPolicy sticky) {
    CustomerId customer = contact.wishes().customer();
    AgentId last =
        customer == null || !sticky.remembers() ? null : d.state.lastAgents.of(customer, d.timeMs);
    if (last != null) {
      boolean waits = atWork(d, contact, last) && contact.arrivedMs() + sticky.waitMs() > d.timeMs;
      d.emit(new ContactEvent.Recognized(contact.id(), last, waits));
      waitFor(d, contact, sticky.waitMs());
    }
  }

  /** Sees to it that the wait for one agent alone ends in time, or at once. */
  private static void waitFor(Decision d, Contact contact, long waitMs) {
    AgentId only = contact.onlyAgent();
    long untilMs = contact.arrivedMs() + waitMs;
    if (only != null && untilMs > d.timeMs && atWork(d, contact, only)) {
      d.setTimer(TimerId.Kind.NAMED_AGENT, contact.id().value(), untilMs);
    } else {
      giveUp(d, contact);
    }
  }

  private static boolean atWork(Decision d, Contact contact, AgentId id) {
    Agent agent = d.state.findAgent(id);
    return agent != null && d.state.router().mayServe(agent, contact);
  }

  /** Others may serve it too. */
  static void giveUp(Decision d, Contact contact) {
    AgentId only = contact.onlyAgent();
    if (only != null) {
      d.cancelTimer(TimerId.Kind.NAMED_AGENT, contact.id().value());
      d.emit(new ContactEvent.NamedAgentGivenUp(contact.id(), only));
    }
  }

  /** A contact need not wait for an agent who went or may no longer serve it. */
  static void reconsider(Decision d, Contact contact) {
    AgentId only = contact.onlyAgent();
    if (only != null && contact.waiting() && !atWork(d, contact, only)) {
      giveUp(d, contact);
    }
  }

  /** A contact waits again: an answer that came to nothing had ended the time for that agent. */
  static void waitsAgain(Decision d, Contact contact, QueuePlan queue) {
    boolean timed = d.state.timers().get(TimerId.Kind.NAMED_AGENT, contact.id().value()) != null;
    if (contact.onlyAgent() != null && !timed) {
      waitFor(d, contact, waitMs(contact, queue));
    } else {
      reconsider(d, contact);
    }
  }

  /** An agent serves a contact, which is remembered where its queue says so. */
  static void served(Decision d, Contact contact, AgentId agent) {
    CustomerId customer = contact.wishes().customer();
    @Nullable QueuePlan queue =
        contact.queue() == null ? null : d.state.queues().plan(contact.queue());
    if (customer != null && queue != null && queue.routing().sticky().remembers()) {
      long untilMs = d.timeMs + queue.routing().sticky().expiresMs();
      d.emit(new ContactEvent.Remembered(contact.id(), customer, agent, untilMs));
    }
  }
}
