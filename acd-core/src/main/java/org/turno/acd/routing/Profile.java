package org.turno.acd.routing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.Tier;

/**
 * The agents who are alike for routing, and those of them who are free, in every order that some
 * queue chooses by. Eligibility is worked out once per profile and demand, not per agent and
 * contact.
 */
final class Profile {
  /** What makes agents alike. */
  record Key(
      PbxId pbx,
      Skills skills,
      List<QueueId> queues,
      SortedMap<QueueId, Tier> tiers,
      List<QueueId> sparedFrom) {
    static Key of(Agent agent) {
      AgentPlan plan = agent.plan();
      return new Key(
          plan.phone().pbx(),
          plan.skills(),
          plan.queues(),
          plan.tiers(),
          agent.strain().keptFrom());
    }

    boolean mayServe(Demand.Key demand) {
      return Eligibility.bar(this, demand) == null;
    }

    Tier tier(QueueId queue) {
      return tiers.getOrDefault(queue, Tier.FIRST);
    }
  }

  final Key key;
  final int index;
  final Bits mayServe = new Bits();
  final List<Reserve> reserves;
  private final Set<AgentId> present = new TreeSet<>();
  private final Map<FreeAgent.Order, TreeSet<FreeAgent>> free =
      new EnumMap<>(FreeAgent.Order.class);

  Profile(Key key, int index, Iterable<FreeAgent.Order> orders, List<Reserve> reserves) {
    this.key = key;
    this.index = index;
    this.reserves = reserves;
    for (FreeAgent.Order order : orders) {
      free.put(order, new TreeSet<>(order.comparator()));
    }
  }

  /** Another agent is at work. */
  void comes(AgentId agent) {
    present.add(agent);
  }

  /** An agent is no longer at work. */
  void goes(AgentId agent) {
    present.remove(agent);
  }

  boolean nobodyPresent() {
    return present.isEmpty();
  }

  /** Whether a demand that this profile may serve allows anybody of it who is at work. */
  boolean anybodyAllowedBy(Demand demand) {
    return demand.key.only() != null
        ? present.contains(demand.key.only()) && demand.allows(demand.key.only())
        : present.size() > demand.key.never().size() || present.stream().anyMatch(demand::allows);
  }

  /** Whether its free agents are kept back from a demand. */
  boolean withheldFrom(Demand demand) {
    return withholding(demand) != null;
  }

  /** The reserve that keeps its free agents back from a demand; null when none does. */
  @Nullable Reserve withholding(Demand demand) {
    for (Reserve reserve : reserves) {
      if (reserve.withholdsFrom(demand.key.queue())) {
        return reserve;
      }
    }
    return null;
  }

  void add(FreeAgent agent) {
    free.values().forEach(set -> set.add(agent));
  }

  void remove(FreeAgent agent) {
    free.values().forEach(set -> set.remove(agent));
  }

  boolean nobodyFree() {
    return free(FreeAgent.Order.IDLE).isEmpty();
  }

  /** The free agents in an order; never empty when asked through the router's index. */
  NavigableSet<FreeAgent> free(FreeAgent.Order order) {
    TreeSet<FreeAgent> set = free.get(order);
    if (set == null) {
      throw new IllegalStateException("nobody keeps the order " + order);
    }
    return set;
  }
}
