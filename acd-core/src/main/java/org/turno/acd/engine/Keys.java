package org.turno.acd.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.contact.Contact;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.event.TimerId;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.KeyAction;
import org.turno.acd.plan.QueuePlan;

/** Keys that callers press while they wait, and what comes of it. */
final class Keys {
  private Keys() {}

  static void pressed(Decision d, PbxInput.KeyPressed fact) {
    Contact contact = d.state.contactByLeg(fact.pbx(), fact.leg());
    if (contact == null) {
      d.ignore(IgnoreReason.STALE, "leg " + fact.leg() + " is of no contact");
    } else if (!contact.inQueue()) {
      d.ignore(IgnoreReason.NOT_NOW, contact.id() + " does not wait any more");
    } else {
      @Nullable QueuePlan queue =
          contact.queue() == null ? null : d.state.queues().plan(contact.queue());
      KeyAction action = queue == null ? null : queue.keys().get(fact.key());
      switch (action) {
        case null -> d.ignore(IgnoreReason.NOT_NOW, "that key means nothing for " + contact.id());
        case KeyAction.CallMeBack wish -> Callbacks.wished(d, contact);
        case KeyAction.Speak speak -> Announcing.speak(d, contact, speak.language());
        case KeyAction.Leave leave -> leave(d, contact, leave.to());
      }
    }
  }

  private static void leave(Decision d, Contact contact, Destination to) {
    if (to instanceof Destination.ToQueue other && other.queue().equals(contact.queue())) {
      d.ignore(IgnoreReason.NO_CHANGE, contact.id() + " waits in that queue");
      return;
    } else if (!Admission.mayGo(d, contact, to)) {
      d.ignore(IgnoreReason.NOT_NOW, contact.id() + " is not hung up on: its line is protected");
      return;
    }
    withdrawing(
        d, contact, () -> Placement.send(d, contact, to, ContactEvent.OverflowReason.EXIT_KEY));
  }

  /**
   * Stops the phones that ring for a contact: it waits again, and nobody missed anything. Agents
   * who wanted to leave do so once it is settled what becomes of the contact.
   */
  static void withdrawing(Decision d, Contact contact, Runnable settle) {
    List<Offer> offers = Rings.offersOf(d, contact);
    offers.forEach(offer -> Offers.fail(d, offer, OfferEvent.Why.CALLER_GONE, false));
    d.cancelTimer(TimerId.Kind.RING_MORE, contact.id().value());
    settle.run();
    offers.forEach(offer -> AgentWork.leaveIfDone(d, d.state.agent(offer.agent())));
  }
}
