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
import org.turno.acd.plan.ReservePlan;
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
  private final Map<AgentId, Profile> presentIn = new LinkedHashMap<>();
  private final Map<ContactId, Demand> demandOf = new LinkedHashMap<>();
  private final Map<AgentId, Integer> places = new LinkedHashMap<>();
  private final Map<QueueId, Integer> askedLast = new LinkedHashMap<>();
  private final Comparator<Contact> serviceOrder = this::compare;
  private final TreeSet<Contact> freshContacts = new TreeSet<>(serviceOrder);
  private final Set<Agent> freshAgents = new LinkedHashSet<>();
  private final List<Contact> unserved = new ArrayList<>();
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
    return Rank.compare(
        forA.policy.weight(),
        forA.effectivePriority(a, nowMs),
        a,
        forB.policy.weight(),
        forB.effectivePriority(b, nowMs),
        b);
  }

  /** Where a contact stands among those who wait, now; it is in a queue. */
  public Rank rank(Contact contact) {
    QueueId queue = contact.queue();
    RoutingPolicy policy = queue == null ? RoutingPolicy.DEFAULT : index.policy(queue);
    return new Rank(
        policy.weight(),
        Demand.effectivePriority(policy, contact.priority(), contact, nowMs),
        contact);
  }

  /**
   * The free agents who may serve a waiting contact, now, in the order in which they would be
   * asked: the first is the one of the router's own choice. For explanations; looks at everybody.
   */
  public List<Candidate> candidates(Contact contact) {
    Demand demand = demandOf.get(contact.id());
    List<Profile> profiles = new ArrayList<>();
    if (demand == null) {
      return List.of();
    }
    for (Profile profile = index.firstFree(demand);
        profile != null;
        profile = index.nextFree(demand, profile)) {
      if (!profile.withheldFrom(demand)) {
        profiles.add(profile);
      }
    }
    return choice(contact, demand).rank(profiles);
  }

  /** The reserve that keeps a free agent back from a waiting contact; null when none does. */
  public @Nullable ReservePlan keptBackBy(Agent agent, Contact contact) {
    Profile profile = presentIn.get(agent.id());
    Demand demand = demandOf.get(contact.id());
    if (profile == null || demand == null || !freeAgents.containsKey(agent.id())) {
      return null;
    }
    Reserve reserve = profile.withholding(demand);
    return reserve == null ? null : reserve.plan;
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
    index.planned(policies, orders, plan.reserves());
    settled();
    freeAgents.clear();
    presentIn.clear();
    demandOf.clear();
    agents.forEach(this::agentChanged);
    contacts.forEach(this::contactChanged);
  }

  /** Files an agent anew after any change. */
  public void agentChanged(Agent agent) {
    boolean present = agent.isSignedIn() && !agent.isLeaving() && agent.configured();
    Profile home = presentIn.get(agent.id());
    boolean moves = home != null && (!present || !home.key.equals(Profile.Key.of(agent.plan())));
    FreeAgent now = agent.free() ? FreeAgent.of(agent, place(agent.id())) : null;
    FreeAgent filed = freeAgents.get(agent.id());
    if (filed != null && home != null && (moves || !filed.equals(now))) {
      index.remove(home, filed);
      freeAgents.remove(agent.id());
      freshAgents.remove(agent);
      filed = null;
    }
    if (home != null && moves) {
      index.presence(home, -1);
      presentIn.remove(agent.id());
      home = null;
    }
    if (home == null && present) {
      home = index.profile(Profile.Key.of(agent.plan()));
      index.presence(home, 1);
      presentIn.put(agent.id(), home);
    }
    if (home != null && now != null && filed == null) {
      freeAgents.put(agent.id(), now);
      freshAgents.add(agent);
      for (Reserve opened : index.add(home, now)) {
        freshAgents.addAll(opened.free);
      }
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
      Demand demand = index.demand(Demand.Key.of(contact, queue));
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
      notePrecedence(fresh);
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

  private void notePrecedence(Contact contact) {
    Demand demand = demandOf.get(contact.id());
    if (demand != null && (demand.policy.takesOver() || demand.policy.interruptsWrapUp())) {
      unserved.add(contact);
    }
  }

  /**
   * The contacts that began to wait in this decision, found nobody free and whose policy lets them
   * do something about it, in service order. Each is told once.
   */
  public List<Contact> unserved() {
    List<Contact> told = List.copyOf(unserved);
    unserved.clear();
    return told;
  }

  /** Whether an agent who is at work, busy or not, may serve a contact that waits. */
  public boolean mayServe(Agent agent, Contact contact) {
    Profile profile = presentIn.get(agent.id());
    Demand demand = demandOf.get(contact.id());
    return profile != null
        && demand != null
        && profile.key.mayServe(demand.key)
        && demand.allows(agent.id());
  }

  /** Whether the one, which waits, is served before the other, which waited until now. */
  public boolean goesBefore(Contact waiting, Contact other) {
    Demand demand = demandOf.get(waiting.id());
    QueueId queue = other.queue();
    if (demand == null || queue == null) {
      return false;
    }
    Demand otherDemand = index.demand(Demand.Key.of(other, queue));
    return compare(demand, waiting, otherDemand, other) < 0;
  }

  /** Whether nobody at work could serve a contact that waits, whatever they do now. */
  public boolean hopeless(Contact contact) {
    Demand demand = demandOf.get(contact.id());
    return demand != null && !index.anybodyPresentFor(demand);
  }

  /** Drops what is fresh: after recovery, whose entries left no eligible pair. */
  public void settled() {
    freshContacts.clear();
    freshAgents.clear();
    unserved.clear();
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
    Profile profile = presentIn.get(agent.id());
    if (profile == null || !freeAgents.containsKey(agent.id())) {
      return null;
    }
    Contact best = null;
    Demand bestDemand = null;
    for (Demand demand = index.firstWaiting(profile);
        demand != null;
        demand = index.nextWaiting(profile, demand)) {
      Contact head = demand.head();
      if (head != null
          && demand.allows(agent.id())
          && !profile.withheldFrom(demand)
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
    Choice choice = choice(contact, demand);
    for (Profile profile = index.firstFree(demand);
        profile != null;
        profile = index.nextFree(demand, profile)) {
      if (!profile.withheldFrom(demand)) {
        choice.consider(profile);
      }
    }
    return choice.agent();
  }

  private Choice choice(Contact contact, Demand demand) {
    int afterPlace = askedLast.getOrDefault(demand.key.queue(), -1);
    return new Choice(contact, demand, seq, afterPlace);
  }

  /** What the router remembers of who was asked last, as text: part of the state's dump. */
  @Override
  public String toString() {
    return new ArrayList<>(askedLast.entrySet()).toString();
  }
}
