package org.turno.acd.routing;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.turno.acd.contact.Contact;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.RoutingPolicy;

/**
 * The contacts that ask for the same, oldest first, and the profiles that may serve them. Within
 * one demand age alone orders, at any time: only the heads of demands need comparing.
 */
final class Demand {
  /** What makes contacts alike. */
  record Key(
      PbxId pbx,
      QueueId queue,
      List<QueueId> moreQueues,
      Requirement requirement,
      int priority,
      @Nullable AgentId only,
      List<AgentId> never) {
    static Key of(Contact contact, QueueId queue) {
      return new Key(
          contact.pbx(),
          queue,
          contact.moreQueues(),
          contact.requirement(),
          contact.priority(),
          contact.onlyAgent(),
          contact.wishes().never());
    }

    boolean isServedBy(List<QueueId> queues) {
      if (queues.isEmpty() || queues.contains(queue)) {
        return true;
      }
      for (QueueId more : moreQueues) {
        if (queues.contains(more)) {
          return true;
        }
      }
      return false;
    }
  }

  final Key key;
  final int index;
  final Bits servedBy = new Bits();
  private final TreeSet<Contact> waiting = new TreeSet<>(Contact.BY_AGE);
  private @Nullable Contact head;
  RoutingPolicy policy;

  Demand(Key key, int index, RoutingPolicy policy) {
    this.key = key;
    this.index = index;
    this.policy = policy;
  }

  void add(Contact contact) {
    waiting.add(contact);
    head = waiting.first();
  }

  void remove(Contact contact) {
    waiting.remove(contact);
    head = waiting.isEmpty() ? null : waiting.first();
  }

  @Nullable Contact head() {
    return head;
  }

  /** Whether it matters who the agent is, beyond the profile. */
  boolean looksAtPersons() {
    return key.only != null || !key.never.isEmpty();
  }

  /** Whether this very agent may serve. */
  boolean allows(AgentId agent) {
    return Eligibility.bar(agent, key) == null;
  }

  /** What a contact's priority has become. */
  int effectivePriority(Contact contact, long nowMs) {
    return effectivePriority(policy, key.priority, contact, nowMs);
  }

  static int effectivePriority(RoutingPolicy policy, int priority, Contact contact, long nowMs) {
    return priority + policy.ageing().gain(nowMs - contact.placeMs());
  }
}
