package org.turno.acd.routing;

import java.util.Comparator;
import org.turno.acd.contact.Contact;

/** A waiting contact as the router has filed it: where, and at which place. */
final class Waiting implements Contact.Filing {
  /** Oldest first by place, then in order of arrival: as contacts go by age. */
  static final Comparator<Waiting> BY_AGE =
      Comparator.comparingLong((Waiting w) -> w.placeMs)
          .thenComparingLong(w -> w.placeTie)
          .thenComparingLong(w -> w.ordinal);

  final Contact contact;
  final Demand demand;
  final long placeMs;
  final long placeTie;
  final long ordinal;

  /** Began to wait in the decision that is being made, and nobody was looked for yet. */
  boolean fresh;

  Waiting(Contact contact, Demand demand) {
    this.contact = contact;
    this.demand = demand;
    this.placeMs = contact.placeMs();
    this.placeTie = contact.placeTie();
    this.ordinal = contact.ordinal();
  }

  @Override
  public String toString() {
    return contact.toString();
  }
}
