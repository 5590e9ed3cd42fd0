package org.turno.acd.routing;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RoutingPolicy;

/** Keeps the index in step with the state, and notes what is fresh. */
final class Upkeep {
  private final Index index;
  private final Fresh fresh;
  private final Map<AgentId, Integer> places = new LinkedHashMap<>();
  private final Map<AgentId, AtWork> atWork = new LinkedHashMap<>();

  Upkeep(Index index, Fresh fresh) {
    this.index = index;
    this.fresh = fresh;
  }

  /** How a contact is filed; null when it does not wait. */
  static @Nullable Waiting filed(Contact contact) {
    return (Waiting) contact.filing();
  }

  /** How an agent is filed; null when it is not at work. */
  static @Nullable AtWork filed(Agent agent) {
    return (AtWork) agent.filing();
  }

  /** How an agent is filed, by name; null when it is not at work. */
  @Nullable AtWork filed(AgentId agent) {
    return atWork.get(agent);
  }

  /** A changed configuration: all is filed anew. */
  void planned(FloorPlan plan, Iterable<Agent> agents, Iterable<Contact> contacts) {
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
    index.planned(policies, orders, plan.reserves());
    fresh.clear();
    atWork.clear();
    agents.forEach(agent -> agent.file(null));
    contacts.forEach(contact -> contact.file(null));
    agents.forEach(this::agentChanged);
    contacts.forEach(this::contactChanged);
  }

  /** An agent's place in the configuration; those who are not in it come last. */
  int place(Agent agent) {
    AtWork filed = filed(agent);
    return filed == null ? places.getOrDefault(agent.id(), Integer.MAX_VALUE) : filed.place;
  }

  /** Files an agent anew after any change. */
  void agentChanged(Agent agent) {
    boolean present = agent.isSignedIn() && !agent.isLeaving() && agent.configured();
    AtWork filed = filed(agent);
    if (filed != null && (!present || filed.hasChanged())) {
      notFree(filed);
      index.goes(filed.profile, agent.id());
      filed = null;
      agent.file(null);
      atWork.remove(agent.id());
    }
    if (filed == null && present) {
      Profile profile = index.profile(Profile.Key.of(agent));
      index.comes(profile, agent.id());
      filed = new AtWork(agent, place(agent), profile);
      agent.file(filed);
      atWork.put(agent.id(), filed);
    }
    if (filed != null) {
      fileIfFree(filed);
    }
  }

  private void fileIfFree(AtWork filed) {
    FreeAgent now = filed.agent.free() ? FreeAgent.of(filed.agent, filed.place) : null;
    if (filed.free != null && !filed.free.equals(now)) {
      notFree(filed);
    }
    if (filed.free == null && now != null) {
      filed.free = now;
      fresh.add(filed.agent);
      for (Reserve opened : index.add(filed.profile, now)) {
        fresh.addAll(opened);
      }
    }
  }

  private void notFree(AtWork filed) {
    FreeAgent was = filed.free;
    if (was != null) {
      index.remove(filed.profile, was);
      fresh.remove(filed.agent);
      filed.free = null;
    }
  }

  /** Files a contact anew after any change. */
  void contactChanged(Contact contact) {
    contactGone(contact);
    QueueId queue = contact.queue();
    if (contact.offerable() && queue != null) {
      Waiting filed = new Waiting(contact, index.demand(Demand.Key.of(contact, queue)));
      contact.file(filed);
      index.add(filed);
      fresh.add(filed);
    }
  }

  /** Forgets a contact. */
  void contactGone(Contact contact) {
    Waiting filed = filed(contact);
    if (filed != null) {
      fresh.remove(filed);
      index.remove(filed);
      contact.file(null);
    }
  }
}
