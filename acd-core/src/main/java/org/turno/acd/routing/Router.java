package org.turno.acd.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.QueueId;
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
  private final ServiceOrder order = new ServiceOrder();
  private final Index index = new Index();
  private final Fresh fresh = new Fresh(order);
  private final Upkeep upkeep = new Upkeep(index, fresh);
  private final Map<QueueId, Integer> askedLast = new LinkedHashMap<>();
  private long seq;

  /** A match of the policy. */
  public record Match(Contact contact, Agent agent) {}

  /** The decision that begins: priorities age with its time, chance is drawn from its number. */
  public void begin(long newSeq, long newNowMs) {
    seq = newSeq;
    order.nowMs = newNowMs;
  }

  /** A changed configuration: all is filed anew. */
  public void planned(FloorPlan plan, Iterable<Agent> agents, Iterable<Contact> contacts) {
    upkeep.planned(plan, agents, contacts);
    askedLast.keySet().removeIf(queue -> !index.hasPolicy(queue));
  }

  /** Files an agent anew after any change. */
  public void agentChanged(Agent agent) {
    upkeep.agentChanged(agent);
  }

  /** Files a contact anew after any change. */
  public void contactChanged(Contact contact) {
    upkeep.contactChanged(contact);
  }

  /** Forgets a contact. */
  public void contactGone(Contact contact) {
    upkeep.contactGone(contact);
  }

  /** An agent is asked for a queue: the one after is next where the queue takes turns. */
  public void asked(QueueId queue, Agent agent) {
    askedLast.put(queue, upkeep.place(agent));
  }

  /** By queue, the place of the agent asked last: what no state but the router's holds. */
  public Map<QueueId, Integer> askedLast() {
    return new LinkedHashMap<>(askedLast);
  }

  /** Puts back what {@link #askedLast()} told. */
  public void restoreAskedLast(Map<QueueId, Integer> told) {
    askedLast.clear();
    askedLast.putAll(told);
  }

  /** The next match, or null when no eligible pair is left. */
  public @Nullable Match next() {
    Waiting best = bestForFreshAgents();
    while (fresh.hasContacts()) {
      Waiting first = fresh.firstContact();
      if (best != null && order.compare(best, first) < 0) {
        break;
      }
      Agent agent = bestAgentFor(first);
      if (agent != null) {
        return new Match(first.contact, agent);
      }
      fresh.foundNobodyFor(first);
    }
    if (best == null) {
      return null;
    }
    Agent agent = bestAgentFor(best);
    if (agent == null) {
      throw new IllegalStateException("the router's index disagrees with itself about " + best);
    }
    return new Match(best.contact, agent);
  }

  private @Nullable Waiting bestForFreshAgents() {
    Waiting best = null;
    for (Iterator<Agent> agents = fresh.agents(); agents.hasNext(); ) {
      AtWork at = Upkeep.filed(agents.next());
      Waiting first =
          at == null || at.free == null
              ? null
              : index.firstFor(at.profile, at.agent.id(), order.nowMs);
      if (first == null) {
        agents.remove();
      } else if (best == null || order.compare(first, best) < 0) {
        best = first;
      }
    }
    return best;
  }

  private @Nullable Agent bestAgentFor(Waiting waiting) {
    Demand demand = waiting.demand;
    Profile profile = index.firstFree(demand);
    if (profile == null) {
      return null;
    }
    Agent last = lastIfFree(waiting);
    if (last != null) {
      return last;
    }
    Choice choice = choice(waiting.contact, demand);
    for (; profile != null; profile = index.nextFree(demand, profile)) {
      if (!profile.withheldFrom(demand)) {
        choice.consider(profile);
      }
    }
    return choice.agent();
  }

  /** Who served the customer last goes before all others, unless asked for this contact already. */
  private @Nullable Agent lastIfFree(Waiting waiting) {
    AgentId last = waiting.contact.lastAgent();
    AtWork at = last == null ? null : upkeep.filed(last);
    boolean asked = last == null || waiting.contact.tries(last) > 0;
    return at == null
            || asked
            || at.free == null
            || !at.profile.mayServe.get(waiting.demand.index)
            || !waiting.demand.allows(at.agent.id())
            || at.profile.withheldFrom(waiting.demand)
        ? null
        : at.agent;
  }

  private Choice choice(Contact contact, Demand demand) {
    boolean takesTurns = demand.policy.choice() == AgentChoice.ROUND_ROBIN;
    int afterPlace = takesTurns ? askedLast.getOrDefault(demand.key.queue(), -1) : -1;
    return new Choice(contact, demand, seq, afterPlace);
  }

  /** What a contact that waits or is being offered asks; null in any other state. */
  private @Nullable Demand demand(Contact contact) {
    Waiting waiting = Upkeep.filed(contact);
    QueueId queue = contact.queue();
    if (waiting != null || queue == null || contact.state() != Contact.State.OFFERED) {
      return waiting == null ? null : waiting.demand;
    }
    Demand.Key key = Demand.Key.of(contact, queue);
    return index.demand(key.ofAnybody()).of(key);
  }

  /**
   * The contacts that began to wait in this decision, found nobody free and whose policy lets them
   * do something about it, in service order. Each is told once.
   */
  public List<Contact> unserved() {
    return fresh.takeUnserved();
  }

  /** Drops what is fresh: after recovery, whose entries left no eligible pair. */
  public void settled() {
    fresh.clear();
  }

  /** Whether an agent who is at work, busy or not, may serve a contact that waits. */
  public boolean mayServe(Agent agent, Contact contact) {
    AtWork at = Upkeep.filed(agent);
    Waiting waiting = Upkeep.filed(contact);
    return at != null
        && waiting != null
        && at.profile.mayServe.get(waiting.demand.index)
        && waiting.demand.allows(agent.id());
  }

  /** Whether the one, which waits, is served before the other, which waited until now. */
  public boolean goesBefore(Contact waiting, Contact other) {
    return Upkeep.filed(waiting) != null
        && other.queue() != null
        && rank(waiting).compareTo(rank(other)) < 0;
  }

  /** Whether nobody at work could serve a contact that waits, whatever they do now. */
  public boolean hopeless(Contact contact) {
    Waiting waiting = Upkeep.filed(contact);
    return waiting != null && !index.anybodyPresentFor(waiting.demand);
  }

  /** The contacts that wait and are hopeless, in order of arrival: a copy. */
  public List<Contact> hopeless() {
    List<Waiting> found = new ArrayList<>();
    for (Demand demand : index.waiting()) {
      if (!index.anybodyPresentFor(demand)) {
        found.addAll(demand.contacts());
      }
    }
    found.sort(Comparator.comparingLong(Waiting::ordinal));
    return found.stream().map(waiting -> waiting.contact).toList();
  }

  /** The contacts that wait in a queue, in order of arrival: a copy. */
  public List<Contact> waitingIn(QueueId queue) {
    List<Contact> found = new ArrayList<>();
    alikeIn(queue).forEach(found::addAll);
    found.sort(Comparator.comparingLong(Contact::ordinal));
    return found;
  }

  /** The same, those together who ask for the same. */
  public List<List<Contact>> alikeIn(QueueId queue) {
    List<List<Contact>> found = new ArrayList<>();
    for (Demand demand : index.waiting()) {
      if (demand.key.queue().equals(queue)) {
        found.add(demand.contacts().stream().map(waiting -> waiting.contact).toList());
      }
    }
    found.sort(Comparator.comparingLong(alike -> alike.getFirst().ordinal()));
    return found;
  }

  /** Where a contact stands among those who wait, now; it is in a queue. */
  public Rank rank(Contact contact) {
    QueueId queue = contact.queue();
    RoutingPolicy policy = queue == null ? RoutingPolicy.DEFAULT : index.policy(queue);
    return Rank.of(policy, contact, order.nowMs);
  }

  /**
   * The free agents who may serve a contact that waits or is being offered, now, in the order in
   * which they would be asked: the first is the one of the router's own choice. Looks at everybody.
   */
  public List<Candidate> candidates(Contact contact) {
    Demand demand = demand(contact);
    if (demand == null) {
      return List.of();
    }
    List<Profile> profiles = new ArrayList<>();
    for (Profile profile = index.firstFree(demand);
        profile != null;
        profile = index.nextFree(demand, profile)) {
      if (!profile.withheldFrom(demand)) {
        profiles.add(profile);
      }
    }
    return profiles.isEmpty() ? List.of() : choice(contact, demand).rank(profiles);
  }

  /** Who waits for whom, as of a moment up to which nothing happened: a copy. */
  public Crowd crowd(long nowMs) {
    return new Crowd(nowMs, index.waiting(), index.profiles(), index.policies());
  }

  /** The number in {@link #crowd} of those whom an agent is like; -1 for one who is not at work. */
  public int profileNumber(Agent agent) {
    AtWork at = Upkeep.filed(agent);
    return at == null ? -1 : at.profile.index;
  }

  /**
   * The reserve that keeps a free agent back from a contact that is not served yet; null when none
   * does.
   */
  public @Nullable ReservePlan keptBackBy(Agent agent, Contact contact) {
    AtWork at = Upkeep.filed(agent);
    Demand demand = demand(contact);
    if (at == null || demand == null || at.free == null) {
      return null;
    }
    Reserve reserve = at.profile.withholding(demand);
    return reserve == null ? null : reserve.plan;
  }

  /** What the router remembers of who was asked last, as text: part of the state's dump. */
  @Override
  public String toString() {
    return new ArrayList<>(askedLast.entrySet()).toString();
  }
}
