package org.turno.acd.engine;

import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.plan.QueueId;

/** What estimates learn from each event, just before it takes effect. */
final class Learning {
  private final AcdState s;

  Learning(AcdState state) {
    this.s = state;
  }

  void before(Event event) {
    if (event instanceof ContactEvent e) {
      contact(e);
    } else if (event instanceof OfferEvent e) {
      offer(e);
    } else if (event instanceof AgentEvent.WrapUpEnded
        || event instanceof AgentEvent.WrapUpInterrupted) {
      wrappedUp(s.agent(((AgentEvent) event).agent()));
    } else if (event instanceof SystemEvent.PlanApplied e) {
      s.estimates.planned(e.plan().queues());
    }
  }

  private void contact(ContactEvent event) {
    if (event instanceof ContactEvent.Queued e) {
      queued(s.contact(e.contact()), e.queue());
    } else if (event instanceof ContactEvent.Estimated e) {
      s.estimates.sampled(e.contact(), e.queue(), e.estimate(), s.timeMs);
    } else if (event instanceof ContactEvent.Answered e) {
      Contact contact = s.contact(e.contact());
      QueueId queue = contact.queue();
      if (queue != null) {
        s.estimates.answered(contact.id(), queue, s.timeMs - contact.queuedMs(), s.timeMs);
      }
    } else if (event instanceof ContactEvent.Ended e) {
      ended(s.contact(e.contact()), e);
    }
  }

  private void queued(Contact contact, QueueId to) {
    QueueId from = contact.queue();
    if (from != null && !from.equals(to)) {
      s.estimates.left(contact.id(), from, s.timeMs - contact.queuedMs(), false, s.timeMs);
    }
    if (!to.equals(from)) {
      s.estimates.arrived(to, contact.priority(), s.timeMs);
    }
  }

  private void ended(Contact contact, ContactEvent.Ended event) {
    QueueId queue = contact.queue();
    if (queue == null) {
      return;
    }
    switch (contact.state()) {
      case TALKING -> s.estimates.talked(queue, event.talkMs());
      case WAITING, OFFERED ->
          s.estimates.left(
              contact.id(),
              queue,
              s.timeMs - contact.queuedMs(),
              event.outcome() == ContactEvent.Outcome.ABANDONED,
              s.timeMs);
      case CONNECTING -> {}
    }
  }

  private void offer(OfferEvent event) {
    Offer offer = s.offers.get(event.offer());
    if (offer == null) {
      return;
    }
    long lengthMs = s.timeMs - s.agent(offer.agent()).tally().workSinceMs();
    if (event instanceof OfferEvent.Accepted) {
      s.estimates.rang(offer.queue(), lengthMs, true);
    } else if (event instanceof OfferEvent.Failed failed && failed.why().agentRests()) {
      s.estimates.rang(offer.queue(), lengthMs, false);
    }
  }

  private void wrappedUp(Agent agent) {
    QueueId queue = agent.wrapUp().queue();
    if (queue != null) {
      s.estimates.wrappedUp(queue, s.timeMs - agent.wrapUp().sinceMs());
    }
  }
}
