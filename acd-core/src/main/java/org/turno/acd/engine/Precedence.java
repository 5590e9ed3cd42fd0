package org.turno.acd.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.TimerId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/**
 * What a contact may do about finding nobody free: end the wrap-up of lesser work, or take an agent
 * who is still being asked for a contact that goes after it. A conversation is never touched.
 */
final class Precedence {
  private Precedence() {}

  static void claim(Decision d, Contact contact) {
    QueuePlan queue = contact.queue() == null ? null : d.state.queues().plan(contact.queue());
    if (!contact.waiting() || queue == null) {
      return;
    }
    Agent wrappingUp = queue.routing().interruptsWrapUp() ? wrappingUp(d, contact, queue) : null;
    if (wrappingUp != null) {
      d.cancelTimer(TimerId.Kind.WRAP_UP, wrappingUp.id().value());
      ContactId wrapped = wrappingUp.contact();
      d.emit(new AgentEvent.WrapUpInterrupted(wrappingUp.id(), contact.id()));
      HardContacts.workEnded(d, wrappingUp, wrapped);
    } else if (queue.routing().takesOver()) {
      takeOver(d, contact);
    }
  }

  /** Who has been in lesser wrap-up for longest and would be free without it. */
  private static @Nullable Agent wrappingUp(Decision d, Contact contact, QueuePlan queue) {
    Agent best = null;
    for (Agent agent : d.state.agents()) {
      if (agent.activity() == Agent.Activity.WRAP_UP
          && agent.freeAfterWork()
          && lighter(d, agent.wrapUp().queue(), queue)
          && d.state.router().mayServe(agent, contact)
          && (best == null || agent.idleSinceMs() < best.idleSinceMs())) {
        best = agent;
      }
    }
    return best;
  }

  private static boolean lighter(Decision d, @Nullable QueueId of, QueuePlan than) {
    QueuePlan queue = of == null ? null : d.state.queues().plan(of);
    return queue != null && queue.routing().weight() < than.routing().weight();
  }

  /** Takes the offer of the contact that goes last; of several such, the one made last. */
  private static void takeOver(Decision d, Contact contact) {
    Offer worst = null;
    for (Offer offer : List.copyOf(d.state.offers.values())) {
      Contact other = d.state.contact(offer.contact());
      if (d.state.router().goesBefore(contact, other)
          && d.state.router().mayServe(d.state.agent(offer.agent()), contact)
          && (worst == null
              || !d.state.router().goesBefore(other, d.state.contact(worst.contact())))) {
        worst = offer;
      }
    }
    if (worst != null) {
      Offers.fail(d, worst, OfferEvent.Why.TAKEN_OVER, false);
      Placement.resume(d, d.state.contact(worst.contact()));
    }
  }
}
