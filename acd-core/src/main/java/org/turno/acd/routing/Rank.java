package org.turno.acd.routing;

import org.turno.acd.contact.Contact;

/**
 * A contact's standing among those who wait, at one moment: by queue weight, then by priority as
 * aged, then by age, then by order of arrival. The smaller is served first.
 *
 * @param weight of its queue
 * @param priority with what waiting added to it
 * @param contact which
 */
public record Rank(int weight, int priority, Contact contact) implements Comparable<Rank> {
  @Override
  public int compareTo(Rank other) {
    return compare(weight, priority, contact, other.weight, other.priority, other.contact);
  }

  /** The order itself, for the router's inner loop. */
  static int compare(int weightA, int priorityA, Contact a, int weightB, int priorityB, Contact b) {
    int order = Integer.compare(weightB, weightA);
    order = order != 0 ? order : Integer.compare(priorityB, priorityA);
    return order != 0 ? order : Contact.BY_AGE.compare(a, b);
  }
}
