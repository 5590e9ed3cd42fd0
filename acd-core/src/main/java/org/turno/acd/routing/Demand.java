package org.turno.acd.routing;

import java.util.List;
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

    /** Whether it matters who the agent is, beyond the profile. */
    boolean looksAtPersons() {
      return only != null || !never.isEmpty();
    }

    /** The same, whoever the agent is. */
    Key ofAnybody() {
      return new Key(pbx, queue, moreQueues, requirement, priority, null, List.of());
    }
  }

  final Key key;
  final int index;
  final RoutingPolicy policy;

  /** Orders demands before the age of their contacts does; more is served first. */
  final long rank;

  final Bits servedBy;
  private final AgeList waiting = new AgeList();

  Demand(Key key, int index, RoutingPolicy policy) {
    this(key, index, policy, new Bits());
  }

  private Demand(Key key, int index, RoutingPolicy policy, Bits servedBy) {
    this.key = key;
    this.index = index;
    this.policy = policy;
    this.rank = Rank.level(policy.weight(), key.priority);
    this.servedBy = servedBy;
  }

  /** What a contact asks that does not wait just now, and that only persons set apart from this. */
  Demand of(Key persons) {
    return new Demand(persons, index, policy, servedBy);
  }

  void add(Waiting contact) {
    waiting.add(contact);
  }

  void remove(Waiting contact) {
    waiting.remove(contact);
  }

  /** Those who wait, oldest first: a copy. */
  List<Waiting> contacts() {
    return waiting.all();
  }

  /** The contact that has waited longest. */
  @Nullable Waiting head() {
    return waiting.first();
  }

  /** Whether this very agent may serve. */
  boolean allows(AgentId agent) {
    return Eligibility.bar(agent, key) == null;
  }

  /** What a contact's rank has become by waiting. */
  long rankOf(Waiting contact, long nowMs) {
    return rank + policy.ageing().gain(nowMs - contact.placeMs);
  }
}
