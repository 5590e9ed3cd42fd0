package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.OfferId;
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

  /** The line that it dialled, or was sent to since. */
  LineId asLine;

  List<QueueId> moreQueues = List.of();
  Requirement requirement = Requirement.nothing();
  Requirement preference = Requirement.nothing();
  int priority;

  /** Its priority without what the relaxation of its queue added. */
  int ownPriority;

  long placeMs;
  long placeTie;
  final Map<OfferId, AgentId> offers = new LinkedHashMap<>();
  final Map<OfferId, Long> deadlines = new LinkedHashMap<>();
  @Nullable AgentId only;
  @Nullable AgentId last;

  /** Until when it waits for one agent alone, as its queue said when it entered. */
  long aloneUntilMs;

  /** When it entered its queue. */
  long queuedMs;

  /** Relaxation steps taken in its queue. */
  int relaxed;

  @Nullable AgentId agent;

  /** The leg of its caller; the last one where it keeps its place without. */
  LegId leg;

  /** What its caller was told. */
  final ModelTold told = new ModelTold();

  /** How often its caller may still be called; null where it is on the phone. */
  @Nullable ModelCallback callback;

  ModelContact(ContactEvent.Arrived arrival, long ordinal) {
    this.arrival = arrival;
    this.leg = arrival.leg();
    this.ordinal = ordinal;
    this.asLine = arrival.line();
    this.priority = arrival.priority();
    this.ownPriority = arrival.priority();
    this.placeMs = arrival.arrivedMs() - arrival.wishes().ivrMs();
    this.only = arrival.wishes().agent();
  }

  /** It leaves for elsewhere, perhaps as if it had dialled another line. */
  void goes(Destination to) {
    if (to instanceof Destination.ToLine other) {
      asLine = other.line();
    }
  }

  void relaxed(ContactEvent.Relaxed e) {
    relaxed = e.step();
    requirement = e.requirement();
    preference = e.preference();
    priority = e.priority();
    moreQueues = e.queues();
  }

  void reprioritized(int to) {
    ownPriority += to - priority;
    priority = to;
  }

  void moved(ContactEvent.Moved e) {
    placeMs = e.placeMs();
    placeTie = e.placeTie();
    if (callback != null) {
      callback.moved = true;
    }
  }

  /** It enters a queue, or begins anew in its own. */
  void enter(ContactEvent.Queued e, long timeMs) {
    if (!e.queue().equals(queue)) {
      queuedMs = timeMs;
      ownPriority = priority;
    }
    stage = Stage.WAITING;
    queue = e.queue();
    moreQueues = List.of();
    requirement = e.requirement();
    preference = e.preference();
    relaxed = 0;
  }

  /** While it is offered: until when the first of its offers lasts. */
  long offeredUntilMs() {
    return deadlines.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
  }

  /** Whether it counts as one of its queue: it waits or is being offered. */
  boolean inQueue() {
    return stage == Stage.WAITING || stage == Stage.OFFERED;
  }

  /** Whether its turn may come: not while its callback rests. */
  boolean offerable() {
    return stage == Stage.WAITING && (callback == null || !callback.held);
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
    return (only == null || who.equals(only)) && !arrival.wishes().never().contains(who);
  }

  @Override
  public String toString() {
    return arrival.contact() + " in " + queue + ", " + stage + ", relaxed " + relaxed;
  }
}
