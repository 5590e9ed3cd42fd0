package org.turno.acd.engine;

import org.turno.acd.contact.Contact;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.input.SupervisorInput;
import org.turno.acd.plan.Destination;

/** What supervisors do with contacts. */
final class Supervision {
  private Supervision() {}

  static void handle(Decision d, SupervisorInput wish) {
    Contact contact = d.state.findContact(wish.contact());
    if (contact == null) {
      d.ignore(IgnoreReason.UNKNOWN, "contact " + wish.contact() + " is over or unknown");
    } else {
      switch (wish) {
        case SupervisorInput.Listen w -> Listenings.asked(d, contact, w);
        case SupervisorInput.StopListening w -> Listenings.stopped(d, contact, w);
        case SupervisorInput.SetPriority w when waits(d, contact) -> setPriority(d, contact, w);
        case SupervisorInput.MoveTo w when waits(d, contact) -> moveTo(d, contact, w);
        case SupervisorInput.Withdraw w when waits(d, contact) -> withdraw(d, contact, w);
        case SupervisorInput.CallBack w when waits(d, contact) -> Callbacks.wished(d, contact);
        case SupervisorInput.CancelCallback w when waits(d, contact) -> cancelCallback(d, contact);
        case SupervisorInput.SetPriority _,
            SupervisorInput.MoveTo _,
            SupervisorInput.Withdraw _,
            SupervisorInput.CallBack _,
            SupervisorInput.CancelCallback _ -> {}
      }
    }
  }

  private static boolean waits(Decision d, Contact contact) {
    if (!contact.waiting()) {
      d.ignore(
          IgnoreReason.NOT_NOW, "contact " + contact.id() + " is " + contact.state() + " already");
    }
    return contact.waiting();
  }

  private static void cancelCallback(Decision d, Contact contact) {
    if (contact.callback() == null) {
      d.ignore(IgnoreReason.NO_CHANGE, contact.id() + " is not to be called back");
    } else {
      Callbacks.endWaiting(d, contact, ContactEvent.Outcome.CALLBACK_CANCELLED);
    }
  }

  private static void setPriority(Decision d, Contact contact, SupervisorInput.SetPriority wish) {
    if (wish.priority() == contact.priority()) {
      d.ignore(IgnoreReason.NO_CHANGE, contact.id() + " has that priority already");
    } else {
      d.emit(new ContactEvent.Reprioritized(contact.id(), wish.priority(), wish.by()));
    }
  }

  private static void moveTo(Decision d, Contact contact, SupervisorInput.MoveTo wish) {
    if (!Places.insert(d, contact, wish.position(), wish.by())) {
      d.ignore(
          IgnoreReason.NOT_NOW,
          "position "
              + wish.position()
              + ": use 1 for the first; alone of its priority it has its place already");
    }
  }

  private static void withdraw(Decision d, Contact contact, SupervisorInput.Withdraw wish) {
    if (isElsewhere(d, contact, wish.to())) {
      Placement.send(d, contact, wish.to(), ContactEvent.OverflowReason.WITHDRAWN);
    } else {
      d.ignore(
          IgnoreReason.NOT_NOW,
          wish.to() + " is where it waits, is not configured, or would hang up on it");
    }
  }

  private static boolean isElsewhere(Decision d, Contact contact, Destination to) {
    if (contact.callback() != null) {
      return false; // it has no call that could be sent anywhere
    }
    return switch (to) {
      case Destination.ToQueue other ->
          !other.queue().equals(contact.queue()) && d.state.queues().plan(other.queue()) != null;
      case Destination.ToLine other -> d.state.line(other.line()) != null;
      case Destination.ToExtension extension -> true;
      case Destination.ToAnnouncement announcement -> Admission.mayGo(d, contact, to);
    };
  }
}
