package org.turno.acd.observed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ObservedAgent;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;

/** One PBX's own queues. Changed only while an event is applied, by one thread. */
public final class ObservedPbx {
  /** So many calls that are over are remembered: a report that comes twice comes soon. */
  private static final int MOST_OVER = 64;

  private boolean inSight;
  private long lostMs;
  private final Map<QueueId, Long> serviceLevelsMs = new LinkedHashMap<>();
  private final Map<LegId, ObservedContact> byCall = new LinkedHashMap<>();
  private final Map<QueueId, Map<String, ObservedAgent>> placed = new LinkedHashMap<>();
  private final Map<String, PhoneState> phones = new LinkedHashMap<>();
  private final List<LegId> over = new ArrayList<>();

  /** Whether what is known is of now. */
  public boolean inSight() {
    return inSight;
  }

  /** When it was seen last, epoch milliseconds; 0 while it is in sight. */
  public long lostMs() {
    return lostMs;
  }

  /** The queues that are there. */
  public Collection<QueueId> queues() {
    return Collections.unmodifiableCollection(serviceLevelsMs.keySet());
  }

  /** Whether a queue is there, with this target of its own. */
  public boolean has(QueueId queue, long serviceLevelMs) {
    Long known = serviceLevelsMs.get(queue);
    return known != null && known == serviceLevelMs;
  }

  /** The contact of a call; null for none. */
  public @Nullable ObservedContact contact(LegId call) {
    return byCall.get(call);
  }

  /** A contact; null for none. */
  public @Nullable ObservedContact contact(ContactId id) {
    for (ObservedContact contact : byCall.values()) {
      if (contact.id().equals(id)) {
        return contact;
      }
    }
    return null;
  }

  /** With whom an agent talks; null for nobody. */
  public @Nullable ObservedContact talkingWith(String agent) {
    for (ObservedContact contact : byCall.values()) {
      if (agent.equals(contact.agent())) {
        return contact;
      }
    }
    return null;
  }

  /** Contacts that are not over, in order of arrival. */
  public Collection<ObservedContact> contacts() {
    return Collections.unmodifiableCollection(byCall.values());
  }

  /** Whether a call was over a short while ago. */
  public boolean over(LegId call) {
    return over.contains(call);
  }

  /** The agents of a queue. */
  public Collection<ObservedAgent> agents(QueueId queue) {
    Map<String, ObservedAgent> agents = placed.get(queue);
    return agents == null ? List.of() : Collections.unmodifiableCollection(agents.values());
  }

  /** An agent as one queue has them; null where it has not. */
  public @Nullable ObservedAgent agent(QueueId queue, String agent) {
    Map<String, ObservedAgent> agents = placed.get(queue);
    return agents == null ? null : agents.get(agent);
  }

  /** What is known of an agent's phone. */
  public PhoneState phone(String agent) {
    return phones.getOrDefault(agent, PhoneState.UNKNOWN);
  }

  void apply(ObservedEvent event, long timeMs) {
    switch (event) {
      case ObservedEvent.Sighted e -> {
        inSight = true;
        lostMs = 0;
      }
      case ObservedEvent.SightLost e -> {
        inSight = false;
        lostMs = timeMs;
      }
      case ObservedEvent.QueueFound e -> serviceLevelsMs.put(e.queue(), e.serviceLevelMs());
      case ObservedEvent.QueueGone e -> {
        serviceLevelsMs.remove(e.queue());
        placed.remove(e.queue());
      }
      case ObservedEvent.Arrived e -> {
        over.remove(e.call());
        byCall.put(
            e.call(),
            new ObservedContact(
                e.contact(), e.queue(), e.call(), e.arrivedMs(), 0, 0, null, List.of()));
      }
      case ObservedEvent.Rung e -> rung(e.contact(), e.agent(), true);
      case ObservedEvent.RingEnded e -> rung(e.contact(), e.agent(), false);
      case ObservedEvent.Leaving e -> put(require(e.contact()).left(timeMs));
      case ObservedEvent.Answered e -> {
        ObservedContact contact = require(e.contact());
        put(contact.answered(e.agent(), contact.arrivedMs() + e.waitMs()));
      }
      case ObservedEvent.Ended e -> {
        LegId call = require(e.contact()).call();
        byCall.remove(call);
        over.add(call);
        if (over.size() > MOST_OVER) {
          over.removeFirst();
        }
      }
      case ObservedEvent.AgentPlaced e ->
          placed
              .computeIfAbsent(e.queue(), queue -> new LinkedHashMap<>())
              .put(e.agent().agent(), e.agent());
      case ObservedEvent.AgentRemoved e -> {
        Map<String, ObservedAgent> agents = placed.get(e.queue());
        if (agents != null) {
          agents.remove(e.agent());
        }
        if (placed.values().stream().noneMatch(of -> of.containsKey(e.agent()))) {
          phones.remove(e.agent());
        }
      }
      case ObservedEvent.AgentPhoneChanged e -> phones.put(e.agent(), e.state());
    }
  }

  private void rung(ContactId id, String agent, boolean rings) {
    ObservedContact contact = require(id);
    List<String> rung = new ArrayList<>(contact.rung());
    rung.remove(agent);
    if (rings) {
      rung.add(agent);
    }
    put(contact.ringing(rung));
  }

  private ObservedContact require(ContactId id) {
    ObservedContact contact = contact(id);
    if (contact == null) {
      throw new IllegalStateException(
          "observed " + id + " is not in the state: run journal verify");
    }
    return contact;
  }

  private void put(ObservedContact contact) {
    byCall.put(contact.call(), contact);
  }

  @Override
  public String toString() {
    return "inSight="
        + inSight
        + " lost="
        + lostMs
        + " queues="
        + serviceLevelsMs
        + " contacts="
        + byCall.values()
        + " agents="
        + placed
        + " phones="
        + phones
        + " over="
        + over;
  }
}
