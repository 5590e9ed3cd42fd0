package org.turno.acd.routing;

import org.turno.acd.collection.Placed;
import org.turno.acd.contact.Contact;

/**
 * A waiting contact as the router has filed it: where, and at which place, oldest first and then in
 * order of arrival, as contacts go by age.
 */
final class Waiting extends Placed implements Contact.Filing {
  final Contact contact;
  final Demand demand;

  /** Began to wait in the decision that is being made, and nobody was looked for yet. */
  boolean fresh;

  Waiting(Contact contact, Demand demand) {
    super(contact.placeMs(), contact.placeTie(), contact.ordinal());
    this.contact = contact;
    this.demand = demand;
  }

  long placeMs() {
    return major;
  }

  long placeTie() {
    return minor;
  }

  long ordinal() {
    return last;
  }

  @Override
  public String toString() {
    return contact.toString();
  }
}
