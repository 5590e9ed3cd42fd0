package org.turno.acd.engine;

import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.event.TimerEvent;
import org.turno.acd.input.TimerExpired;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.OfferId;

/** What expired timers bring about. While a PBX is out of reach its inventory decides instead. */
final class Expiry {
  /** A leg that is still not reported gone after this is no reason to keep its agent idle. */
  static final long RELEASE_LIMIT_MS = 4_000;

  /** A bridge that is still not reported after this has failed. */
  static final long BRIDGE_LIMIT_MS = 4_000;

  private Expiry() {}

  static void handle(Decision d, TimerExpired expired) {
    Timers.Timer running = d.state.timers().get(expired.timer().kind(), expired.timer().subject());
    if (running == null || running.deadlineMs() != expired.deadlineMs()) {
      d.ignore(IgnoreReason.STALE, "timer " + expired.timer() + " was changed");
      return;
    }
    d.emit(new TimerEvent.Cancelled(expired.timer()));
    String subject = expired.timer().subject();
    switch (expired.timer().kind()) {
      case OFFER -> offer(d, new OfferId(subject));
      case MAX_WAIT, NO_AGENT -> Admission.due(d, d.state.contact(new ContactId(subject)));
      case ANNOUNCE -> Announcing.due(d, d.state.contact(new ContactId(subject)));
      case DOOR -> Doors.due(d, subject);
      case CALLBACK -> Callbacks.due(d, d.state.contact(new ContactId(subject)));
      case CALLBACK_EXPIRY -> Callbacks.expired(d, d.state.contact(new ContactId(subject)));
      case BRIDGE -> bridge(d, new ContactId(subject));
      case RELAX -> Relaxation.advance(d, d.state.contact(new ContactId(subject)));
      case RING_MORE -> Rings.oneMore(d, d.state.contact(new ContactId(subject)));
      case NAMED_AGENT -> Companions.giveUp(d, d.state.contact(new ContactId(subject)));
      case WRAP_UP -> AgentWork.wrapUpEnded(d, d.state.agent(new AgentId(subject)), true);
      case RETRY -> {
        PhoneWatch.recall(d, d.state.agent(new AgentId(subject)));
        d.emit(new AgentEvent.RetryDelayEnded(new AgentId(subject)));
      }
      case PAUSE -> Pauses.due(d, new AgentId(subject));
      case PAUSE_LIMIT -> Pauses.limitDue(d, new AgentId(subject));
      case BREAK -> HardContacts.breakDue(d, new AgentId(subject));
      case LINE -> OpenLines.due(d, new AgentId(subject));
      case OBSERVED -> Observing.due(d, new ContactId(subject));
      case RELEASE -> {
        Agent agent = d.state.agent(new AgentId(subject));
        Offers.released(d, agent, false);
        OpenLines.settle(d, agent);
      }
    }
  }

  private static void offer(Decision d, OfferId id) {
    Offer offer = d.state.offer(id);
    if (offer != null) {
      Contact contact = d.state.contact(offer.contact());
      if (d.state.link(contact.pbx()).connected) {
        Offers.fail(d, offer, OfferEvent.Why.NO_ANSWER, false);
        Placement.resume(d, contact);
      }
    }
  }

  private static void bridge(Decision d, ContactId id) {
    Contact contact = d.state.contact(id);
    if (contact.state() == Contact.State.CONNECTING && d.state.link(contact.pbx()).connected) {
      Calls.bridgeFailed(d, contact);
    }
  }
}
