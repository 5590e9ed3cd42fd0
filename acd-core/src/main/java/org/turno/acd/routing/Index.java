package org.turno.acd.routing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turno.acd.contact.Contact;
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
  private final List<Demand> demandAt = new ArrayList<>();
  private final Bits freeProfiles = new Bits();
  private final Bits waitingDemands = new Bits();
  private final Bits presentProfiles = new Bits();
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
    profileAt.forEach(p -> freeProfiles.clear(p.index));
    profileAt.forEach(p -> presentProfiles.clear(p.index));
    demandAt.forEach(d -> waitingDemands.clear(d.index));
    profiles.clear();
    demands.clear();
    profileAt.clear();
    demandAt.clear();
  }

  Profile profile(Profile.Key key) {
    Profile known = profiles.get(key);
    if (known != null) {
      return known;
    }
    List<Reserve> itsReserves = new ArrayList<>();
    for (Reserve reserve : reserves) {
      if (reserve.plan.agents().isMetBy(key.skills())) {
        itsReserves.add(reserve);
      }
    }
    Profile profile = new Profile(key, profileAt.size(), orders, itsReserves);
    profiles.put(key, profile);
    profileAt.add(profile);
    demandAt.forEach(demand -> connect(profile, demand));
    return profile;
  }

  Demand demand(Demand.Key key) {
    Demand known = demands.get(key);
    if (known != null) {
      return known;
    }
    Demand demand = new Demand(key, demandAt.size(), policy(key.queue()));
    demands.put(key, demand);
    demandAt.add(demand);
    profileAt.forEach(profile -> connect(profile, demand));
    return demand;
  }

  RoutingPolicy policy(QueueId queue) {
    return policies.getOrDefault(queue, RoutingPolicy.DEFAULT);
  }

  private static void connect(Profile profile, Demand demand) {
    if (profile.key.mayServe(demand.key)) {
      profile.mayServe.set(demand.index);
      demand.servedBy.set(profile.index);
    }
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

  /** An agent of the profile came to work or went. */
  void presence(Profile profile, int change) {
    if (profile.presence(change)) {
      presentProfiles.set(profile.index);
    } else {
      presentProfiles.clear(profile.index);
    }
  }

  /** Whether anybody at work could ever serve it. */
  boolean anybodyPresentFor(Demand demand) {
    return demand.servedBy.nextCommon(presentProfiles, 0) >= 0;
  }

  void add(Demand demand, Contact contact) {
    demand.add(contact);
    waitingDemands.set(demand.index);
  }

  void remove(Demand demand, Contact contact) {
    demand.remove(contact);
    if (demand.head() == null) {
      waitingDemands.clear(demand.index);
    }
  }

  @Nullable Demand firstWaiting(Profile profile) {
    return demandFrom(profile, 0);
  }

  @Nullable Demand nextWaiting(Profile profile, Demand after) {
    return demandFrom(profile, after.index + 1);
  }

  private @Nullable Demand demandFrom(Profile profile, int from) {
    int found = profile.mayServe.nextCommon(waitingDemands, from);
    return found < 0 ? null : demandAt.get(found);
  }

  @Nullable Profile firstFree(Demand demand) {
    return profileFrom(demand, 0);
  }

  @Nullable Profile nextFree(Demand demand, Profile after) {
    return profileFrom(demand, after.index + 1);
  }

  private @Nullable Profile profileFrom(Demand demand, int from) {
    int found = demand.servedBy.nextCommon(freeProfiles, from);
    return found < 0 ? null : profileAt.get(found);
  }
}
