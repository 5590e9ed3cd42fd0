package org.turno.acd.routing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.MediumId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.ReservePlan;
import org.turno.acd.plan.RoutingPolicy;

/**
 * The demands and profiles there are and which go together. Each has a number; "may serve", "has
 * somebody free" and "has somebody waiting" are bit sets over those numbers, so that finding the
 * free profiles of a demand costs a word per 64 profiles and not a look at each.
 */
final class Index {
  private final Map<Profile.Key, Profile> profiles = new LinkedHashMap<>();
  private final Map<Demand.Key, Demand> demands = new LinkedHashMap<>();
  private final List<Profile> profileAt = new ArrayList<>();
  private final List<@Nullable Demand> demandAt = new ArrayList<>();
  private final List<Integer> unused = new ArrayList<>();
  private Bits freeProfiles = new Bits();
  private Bits waitingDemands = new Bits();
  private Bits presentProfiles = new Bits();
  private Bits personal = new Bits();
  private Heads heads = new Heads();
  private List<Reserve> reserves = new ArrayList<>();
  private Map<QueueId, RoutingPolicy> policies = new LinkedHashMap<>();
  private Set<FreeAgent.Order> orders = EnumSet.of(FreeAgent.Order.IDLE);

  /** A changed configuration: empty again. */
  void planned(
      Map<QueueId, RoutingPolicy> newPolicies,
      Set<FreeAgent.Order> newOrders,
      List<ReservePlan> newReserves) {
    policies = newPolicies;
    orders = newOrders;
    reserves = new ArrayList<>();
    newReserves.forEach(plan -> reserves.add(new Reserve(plan)));
    freeProfiles = new Bits();
    waitingDemands = new Bits();
    presentProfiles = new Bits();
    personal = new Bits();
    heads = new Heads();
    profiles.clear();
    demands.clear();
    profileAt.clear();
    demandAt.clear();
    unused.clear();
  }

  Profile profile(Profile.Key key) {
    Profile known = profiles.get(key);
    if (known != null) {
      return known;
    }
    List<Reserve> itsReserves = new ArrayList<>();
    for (Reserve reserve : reserves) {
      if (key.medium().equals(MediumId.VOICE) && reserve.plan.agents().isMetBy(key.skills())) {
        itsReserves.add(reserve);
      }
    }
    Profile profile = new Profile(key, profileAt.size(), orders, itsReserves);
    profiles.put(key, profile);
    profileAt.add(profile);
    for (Demand demand : demandAt) {
      if (demand != null) {
        connectIfServed(profile, demand);
      }
    }
    return profile;
  }

  /** The demand of a contact that begins to wait. */
  Demand demand(Demand.Key key) {
    Demand known = demands.get(key);
    if (known != null) {
      return known;
    }
    int number = unused.isEmpty() ? demandAt.size() : unused.removeLast();
    Demand demand = new Demand(key, number, policy(key.queue()));
    demands.put(key, demand);
    if (number == demandAt.size()) {
      demandAt.add(demand);
    } else {
      demandAt.set(number, demand);
    }
    heads.add(demand);
    if (key.looksAtPersons()) {
      personal.set(number);
      connectAs(demand, demand(key.ofAnybody()));
    } else {
      profileAt.forEach(profile -> connectIfServed(profile, demand));
    }
    return demand;
  }

  /** A demand that only persons set apart is served by the same profiles as the one without. */
  private void connectAs(Demand demand, Demand ofAnybody) {
    Bits served = ofAnybody.servedBy;
    for (Profile p = profileIn(served, served, 0);
        p != null;
        p = profileIn(served, served, p.index + 1)) {
      connect(p, demand);
    }
  }

  /** Demands that name persons are as many as their contacts: none is kept without one. */
  private void forget(Demand demand) {
    Bits served = demand.servedBy;
    for (Profile p = profileIn(served, served, 0);
        p != null;
        p = profileIn(served, served, p.index + 1)) {
      p.mayServe.clear(demand.index);
    }
    personal.clear(demand.index);
    demands.remove(demand.key);
    demandAt.set(demand.index, null);
    unused.add(demand.index);
  }

  boolean hasPolicy(QueueId queue) {
    return policies.containsKey(queue);
  }

  /** The policies in force; a changed configuration brings another map. */
  Map<QueueId, RoutingPolicy> policies() {
    return policies;
  }

  RoutingPolicy policy(QueueId queue) {
    return policies.getOrDefault(queue, RoutingPolicy.DEFAULT);
  }

  private static void connectIfServed(Profile profile, Demand demand) {
    if (profile.key.mayServe(demand.key)) {
      connect(profile, demand);
    }
  }

  private static void connect(Profile profile, Demand demand) {
    profile.mayServe.set(demand.index);
    demand.servedBy.set(profile.index);
  }

  /** The demands that somebody waits with. */
  List<Demand> waiting() {
    List<Demand> found = new ArrayList<>();
    for (int i = waitingDemands.next(0); i >= 0; i = waitingDemands.next(i + 1)) {
      Demand demand = demandAt.get(i);
      if (demand != null) {
        found.add(demand);
      }
    }
    return found;
  }

  /** All profiles there have been since the configuration changed, by number. */
  List<Profile> profiles() {
    return profileAt;
  }

  /** Adds a free agent and tells the reserves whose agents are kept back no longer. */
  List<Reserve> add(Profile profile, FreeAgent agent) {
    profile.add(agent);
    freeProfiles.set(profile.index);
    List<Reserve> opened = List.of();
    for (Reserve reserve : profile.reserves) {
      if (reserve.freed(agent.agent())) {
        opened = opened.isEmpty() ? new ArrayList<>() : opened;
        opened.add(reserve);
      }
    }
    return opened;
  }

  void remove(Profile profile, FreeAgent agent) {
    profile.remove(agent);
    profile.reserves.forEach(reserve -> reserve.free.remove(agent.agent()));
    if (profile.nobodyFree()) {
      freeProfiles.clear(profile.index);
    }
  }

  /** An agent of the profile came to work. */
  void comes(Profile profile, AgentId agent) {
    profile.comes(agent);
    presentProfiles.set(profile.index);
  }

  /** An agent of the profile went. */
  void goes(Profile profile, AgentId agent) {
    profile.goes(agent);
    if (profile.nobodyPresent()) {
      presentProfiles.clear(profile.index);
    }
  }

  /** Whether anybody at work could ever serve it. */
  boolean anybodyPresentFor(Demand demand) {
    int at = demand.servedBy.nextCommon(presentProfiles, 0);
    while (at >= 0 && demand.key.looksAtPersons() && !profileAt.get(at).anybodyAllowedBy(demand)) {
      at = demand.servedBy.nextCommon(presentProfiles, at + 1);
    }
    return at >= 0;
  }

  void add(Waiting contact) {
    Demand demand = contact.demand;
    demand.add(contact);
    waitingDemands.set(demand.index);
    if (demand.head() == contact) {
      heads.set(demand.index, contact);
    }
  }

  void remove(Waiting contact) {
    Demand demand = contact.demand;
    boolean first = demand.head() == contact;
    demand.remove(contact);
    Waiting head = demand.head();
    if (head == null) {
      waitingDemands.clear(demand.index);
      if (demand.key.looksAtPersons()) {
        forget(demand);
      }
    } else if (first) {
      heads.set(demand.index, head);
    }
  }

  /**
   * The contact that an agent who is free should serve next, were all others of its profile busy;
   * null when none waits that it may serve.
   */
  @Nullable Waiting firstFor(Profile profile, AgentId agent, long nowMs) {
    int best = -1;
    for (int demand = profile.mayServe.nextCommon(waitingDemands, 0);
        demand >= 0;
        demand = profile.mayServe.nextCommon(waitingDemands, demand + 1)) {
      if ((best < 0 || heads.isBefore(demand, best, nowMs)) && allowed(profile, agent, demand)) {
        best = demand;
      }
    }
    Demand found = best < 0 ? null : demandAt.get(best);
    return found == null ? null : found.head();
  }

  private boolean allowed(Profile profile, AgentId agent, int number) {
    if (profile.reserves.isEmpty() && !personal.get(number)) {
      return true;
    }
    Demand demand = demandAt.get(number);
    return demand != null && demand.allows(agent) && !profile.withheldFrom(demand);
  }

  @Nullable Profile firstFree(Demand demand) {
    return profileIn(demand.servedBy, freeProfiles, 0);
  }

  @Nullable Profile nextFree(Demand demand, Profile after) {
    return profileIn(demand.servedBy, freeProfiles, after.index + 1);
  }

  private @Nullable Profile profileIn(Bits some, Bits others, int from) {
    int found = some.nextCommon(others, from);
    return found < 0 ? null : profileAt.get(found);
  }
}
