package org.turno.acd.engine;

import java.util.ArrayList;
import java.util.List;
import org.turno.acd.contact.Contact;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.input.SupervisorInput;
import org.turno.acd.plan.Destination;

/** What supervisors do with contacts that wait. */
final class Supervision {
  private Supervision() {}

  static void handle(Decision d, SupervisorInput wish) {
    Contact contact = d.state.findContact(wish.contact());
    if (contact == null) {
      d.ignore(IgnoreReason.UNKNOWN, "contact " + wish.contact() + " is over or unknown");
    } else if (!contact.waiting()) {
      d.ignore(
          IgnoreReason.NOT_NOW, "contact " + contact.id() + " is " + contact.state() + " already");
    } else {
      switch (wish) {
        case SupervisorInput.SetPriority w -> setPriority(d, contact, w);
        case SupervisorInput.MoveTo w -> moveTo(d, contact, w);
        case SupervisorInput.Withdraw w -> withdraw(d, contact, w);
      }
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
    List<Contact> others = new ArrayList<>();
    for (Contact other : d.state.contacts()) {
      if (other != contact
          && other.waiting()
          && other.priority() == contact.priority()
          && java.util.Objects.equals(other.queue(), contact.queue())) {
        others.add(other);
      }
    }
    others.sort(Contact.BY_AGE);
    if (wish.position() < 1 || others.isEmpty()) {
      d.ignore(
          IgnoreReason.NOT_NOW,
          "position " + wish.position() + " of " + (others.size() + 1) + ": use 1 for the first");
      return;
    }
    boolean last = wish.position() > others.size();
    Contact at = others.get(last ? others.size() - 1 : wish.position() - 1);
    // contacts from that position on that share its age keep their order after the moved one
    long tie = last ? at.placeTie() + 1 : at.placeTie() - 1;
    d.emit(new ContactEvent.Moved(contact.id(), at.placeMs(), tie, wish.by()));
  }

  private static void withdraw(Decision d, Contact contact, SupervisorInput.Withdraw wish) {
    if (wish.to() instanceof Destination.ToQueue to
        && (to.queue().equals(contact.queue()) || d.state.queues().plan(to.queue()) == null)) {
      d.ignore(IgnoreReason.NOT_NOW, "queue " + to.queue() + " is its own, or not configured");
    } else {
      Placement.send(d, contact, wish.to(), ContactEvent.OverflowReason.WITHDRAWN);
    }
  }
}
