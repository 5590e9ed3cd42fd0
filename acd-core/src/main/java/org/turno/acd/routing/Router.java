package org.turno.acd.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RoutingPolicy;

/**
 * Who gets whom. An index that follows the state: contacts that ask for the same are one demand,
 * agents that are alike are one profile, and which profile may serve which demand is worked out
 * when either first appears. One thread.
 *
 * <p>The policy: the first contact for which anybody is free, by queue weight, then priority as
 * aged, then age, then order of arrival; for it the agent of the queue's choice.
 *
 * <p>Because no eligible pair is left after each decision, only a contact that began to wait or an
 * agent who became free since then can be part of a new pair: those are kept as fresh.
 */
public final class Router {
  private final Index index = new Index();
  private final Map<AgentId, FreeAgent> freeAgents = new LinkedHashMap<>();
  private final Map<AgentId, Profile> profileOf = new LinkedHashMap<>();
  private final Map<ContactId, Demand> demandOf = new LinkedHashMap<>();
  private final Map<AgentId, Integer> places = new LinkedHashMap<>();
  private final Map<QueueId, Integer> askedLast = new LinkedHashMap<>();
  private final Comparator<Contact> serviceOrder = this::compare;
  private final TreeSet<Contact> freshContacts = new TreeSet<>(serviceOrder);
  private final Set<Agent> freshAgents = new LinkedHashSet<>();
  private long seq;
  private long nowMs;

  /** A match of the policy. */
  public record Match(Contact contact, Agent agent) {}

  /** The decision that begins: priorities age with its time, chance is drawn from its number. */
  public void begin(long newSeq, long newNowMs) {
    seq = newSeq;
    nowMs = newNowMs;
  }

  /** Whether the one is served before the other, now. Both wait. */
  private int compare(Contact a, Contact b) {
    Demand forA = demandOf.get(a.id());
    Demand forB = demandOf.get(b.id());
    if (forA == null || forB == null) {
      return Contact.BY_AGE.compare(a, b);
    }
    return compare(forA, a, forB, b);
  }

  private int compare(Demand forA, Contact a, Demand forB, Contact b) {
    int order = Integer.compare(forB.policy.weight(), forA.policy.weight());
    if (order == 0) {
      order = Integer.compare(forB.effectivePriority(b, nowMs), forA.effectivePriority(a, nowMs));
    }
    return order != 0 ? order : Contact.BY_AGE.compare(a, b);
  }

  /** A changed configuration: all is filed anew. */
  public void planned(FloorPlan plan, Iterable<Agent> agents, Iterable<Contact> contacts) {
    Map<QueueId, RoutingPolicy> policies = new LinkedHashMap<>();
    Set<FreeAgent.Order> orders = EnumSet.of(FreeAgent.Order.IDLE);
    for (QueuePlan queue : plan.queues()) {
      policies.put(queue.id(), queue.routing());
      orders.add(Choice.order(queue.routing().choice()));
    }
    places.clear();
    for (AgentPlan agent : plan.agents()) {
      places.put(agent.id(), places.size());
    }
    askedLast.keySet().retainAll(policies.keySet());
    index.planned(policies, orders);
    settled();
    freeAgents.clear();
    profileOf.clear();
    demandOf.clear();
    agents.forEach(this::agentChanged);
    contacts.forEach(this::contactChanged);
  }

  /** Files an agent anew after any change. */
  public void agentChanged(Agent agent) {
    FreeAgent now = agent.free() ? FreeAgent.of(agent, place(agent.id())) : null;
    FreeAgent filed = freeAgents.get(agent.id());
    Profile profile = profileOf.get(agent.id());
    if (filed != null && profile != null) {
      if (filed.equals(now) && profile.key.equals(Profile.Key.of(agent.plan()))) {
        return;
      }
      index.remove(profile, filed);
      freeAgents.remove(agent.id());
      freshAgents.remove(agent);
    }
    if (now != null) {
      Profile.Key key = Profile.Key.of(agent.plan());
      Profile home = profile != null && profile.key.equals(key) ? profile : index.profile(key);
      index.add(home, now);
      freeAgents.put(agent.id(), now);
      profileOf.put(agent.id(), home);
      freshAgents.add(agent);
    }
  }

  private int place(AgentId agent) {
    return places.getOrDefault(agent, Integer.MAX_VALUE);
  }

  /** Files a contact anew after any change. */
  public void contactChanged(Contact contact) {
    contactGone(contact);
    QueueId queue = contact.queue();
    if (contact.waiting() && queue != null) {
      Demand demand =
          index.demand(
              new Demand.Key(contact.pbx(), queue, contact.requirement(), contact.priority()));
      index.add(demand, contact);
      demandOf.put(contact.id(), demand);
      freshContacts.add(contact);
    }
  }

  /** Forgets a contact. */
  public void contactGone(Contact contact) {
    Demand demand = demandOf.get(contact.id());
    if (demand != null) {
      freshContacts.remove(contact);
      index.remove(demand, contact);
      demandOf.remove(contact.id());
    }
  }

  /** An agent is asked for a queue: the one after is next where the queue takes turns. */
  public void asked(QueueId queue, AgentId agent) {
    askedLast.put(queue, place(agent));
  }

  /** The next match, or null when no eligible pair is left. */
  public @Nullable Match next() {
    Contact best = bestForFreshAgents();
    while (!freshContacts.isEmpty()) {
      Contact fresh = freshContacts.first();
      if (best != null && compare(best, fresh) < 0) {
        break;
      }
      Agent agent = bestAgentFor(fresh);
      if (agent != null) {
        return new Match(fresh, agent);
      }
      freshContacts.remove(fresh);
    }
    if (best == null) {
      freshAgents.clear();
      return null;
    }
    Agent agent = bestAgentFor(best);
    if (agent == null) {
      throw new IllegalStateException("the router's index disagrees with itself about " + best);
    }
    return new Match(best, agent);
  }

  /** Drops what is fresh: after recovery, whose entries left no eligible pair. */
  public void settled() {
    freshContacts.clear();
    freshAgents.clear();
  }

  private @Nullable Contact bestForFreshAgents() {
    Contact best = null;
    for (Agent agent : List.copyOf(freshAgents)) {
      Contact contact = bestContactFor(agent);
      if (contact == null) {
        freshAgents.remove(agent);
      } else if (best == null || compare(contact, best) < 0) {
        best = contact;
      }
    }
    return best;
  }

  private @Nullable Contact bestContactFor(Agent agent) {
    Profile profile = profileOf.get(agent.id());
    if (profile == null) {
      return null;
    }
    Contact best = null;
    Demand bestDemand = null;
    for (Demand demand = index.firstWaiting(profile);
        demand != null;
        demand = index.nextWaiting(profile, demand)) {
      Contact head = demand.head();
      if (head != null
          && (best == null || bestDemand == null || compare(demand, head, bestDemand, best) < 0)) {
        best = head;
        bestDemand = demand;
      }
    }
    return best;
  }

  private @Nullable Agent bestAgentFor(Contact contact) {
    Demand demand = demandOf.get(contact.id());
    if (demand == null) {
      return null;
    }
    int afterPlace = askedLast.getOrDefault(demand.key.queue(), -1);
    Choice choice = new Choice(contact, demand, seq, afterPlace);
    for (Profile profile = index.firstFree(demand);
        profile != null;
        profile = index.nextFree(demand, profile)) {
      choice.consider(profile);
    }
    return choice.agent();
  }

  /** What the router remembers of who was asked last, as text: part of the state's dump. */
  @Override
  public String toString() {
    return new ArrayList<>(askedLast.entrySet()).toString();
  }
}
