package org.turno.acd.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.turno.acd.contact.Contact;
import org.turno.acd.event.ContactEvent;

/** Places in a queue other than the one that age gives. */
final class Places {
  private Places() {}

  /**
   * Puts a contact at a position among those that wait in its queue with its priority; a position
   * behind the last is the last.
   *
   * @param position from 1
   * @param by the supervisor; empty where the dialplan asked for it
   * @return false where there is no such position, or nobody to be put before or behind
   */
  static boolean insert(Decision d, Contact contact, int position, String by) {
    List<Contact> others = sameClass(d, contact);
    if (position < 1 || others.isEmpty()) {
      return false;
    }
    boolean last = position > others.size();
    Contact at = others.get(last ? others.size() - 1 : position - 1);
    // contacts from that position on that share its age keep their order after the one put there
    long tie = last ? at.placeTie() + 1 : at.placeTie() - 1;
    d.emit(new ContactEvent.Moved(contact.id(), at.placeMs(), tie, by));
    return true;
  }

  private static List<Contact> sameClass(Decision d, Contact contact) {
    List<Contact> others = new ArrayList<>();
    for (Contact other : d.state.contacts()) {
      if (other != contact
          && other.waiting()
          && other.priority() == contact.priority()
          && Objects.equals(other.queue(), contact.queue())) {
        others.add(other);
      }
    }
    others.sort(Contact.BY_AGE);
    return others;
  }
}
