package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;

/** A contact that is not over, as its events tell. */
final class ModelContact {
  /** Where it is. */
  enum Stage {
    ARRIVED,
    WAITING,
    OFFERED,
    CONNECTING,
    TALKING
  }

  final ContactEvent.Arrived arrival;
  final long ordinal;
  final Map<AgentId, Integer> tries = new TreeMap<>();
  Stage stage = Stage.ARRIVED;
  @Nullable QueueId queue;
  List<QueueId> moreQueues = List.of();
  Requirement requirement = Requirement.nothing();
  int priority;

  /** Its priority without what the relaxation of its queue added. */
  int ownPriority;

  long placeMs;
  long placeTie;
  boolean waitsForNamed;

  /** Until when it waits for the agent it names, as its queue said when it entered. */
  long namedUntilMs;

  /** When it entered its queue. */
  long queuedMs;

  /** Relaxation steps taken in its queue. */
  int relaxed;

  /** While it is offered: until when. */
  long offeredUntilMs;

  @Nullable AgentId agent;

  ModelContact(ContactEvent.Arrived arrival, long ordinal) {
    this.arrival = arrival;
    this.ordinal = ordinal;
    this.priority = arrival.priority();
    this.ownPriority = arrival.priority();
    this.placeMs = arrival.arrivedMs() - arrival.wishes().ivrMs();
    this.waitsForNamed = arrival.wishes().agent() != null;
  }

  /** It enters a queue, or begins anew in its own. */
  void enter(QueueId newQueue, Requirement newRequirement, long timeMs) {
    if (!newQueue.equals(queue)) {
      queuedMs = timeMs;
      ownPriority = priority;
    }
    stage = Stage.WAITING;
    queue = newQueue;
    moreQueues = List.of();
    requirement = newRequirement;
    relaxed = 0;
  }

  /** Whether it counts as one of its queue: it waits or is being offered. */
  boolean inQueue() {
    return stage == Stage.WAITING || stage == Stage.OFFERED;
  }

  /** The queues whose agents may serve it. */
  List<QueueId> queues() {
    List<QueueId> all = new ArrayList<>(moreQueues);
    if (queue != null) {
      all.add(queue);
    }
    return all;
  }

  /** Whether it would take this very agent. */
  boolean takes(AgentId who) {
    AgentId named = arrival.wishes().agent();
    return (!waitsForNamed || who.equals(named)) && !arrival.wishes().never().contains(who);
  }

  @Override
  public String toString() {
    return arrival.contact() + " in " + queue + ", " + stage + ", relaxed " + relaxed;
  }
}
