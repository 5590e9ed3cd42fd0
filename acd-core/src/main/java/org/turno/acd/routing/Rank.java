package org.turno.acd.routing;

import org.turno.acd.contact.Contact;
import org.turno.acd.plan.RoutingPolicy;

/**
 * A contact's standing among those who wait, at one moment: by queue weight, then by priority as
 * aged, then by age, then by order of arrival. The smaller is served first.
 *
 * @param weight of its queue
 * @param priority with what waiting added to it
 * @param contact which
 */
public record Rank(int weight, int priority, Contact contact) implements Comparable<Rank> {
  /** The standing of a contact whose queue has a policy. */
  static Rank of(RoutingPolicy policy, Contact contact, long nowMs) {
    int gain = policy.ageing().gain(nowMs - contact.placeMs());
    return new Rank(policy.weight(), contact.priority() + gain, contact);
  }

  /**
   * Weight, then priority, as one number, the greater served first; what ageing gains is added to
   * it.
   */
  static long level(int weight, int priority) {
    return ((long) weight << Integer.SIZE) + priority;
  }

  @Override
  public int compareTo(Rank other) {
    int order = Long.compare(level(other.weight, other.priority), level(weight, priority));
    return order != 0 ? order : Contact.BY_AGE.compare(contact, other.contact);
  }
}
