package org.turno.acd.contact;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.MediumId;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;

/**
 * A contact that is not over. Changed only while an event is applied, by one thread; everybody else
 * reads.
 */
public final class Contact {
  /** Oldest first by place, then in order of arrival. */
  public static final Comparator<Contact> BY_AGE =
      Comparator.comparingLong((Contact c) -> c.placeMs)
          .thenComparingLong(c -> c.placeTie)
          .thenComparingLong(c -> c.ordinal);

  /** What the router notes on a contact, so that it need not look it up. */
  public interface Filing {}

  /** Where it is in its life. */
  public enum State {
    /** In its queue, at its place. From: nothing, OFFERED, CONNECTING. */
    WAITING,
    /** An agent, or several, are being asked; it keeps its place. From: WAITING. */
    OFFERED,
    /** An agent answered; the PBX is bridging. From: OFFERED. */
    CONNECTING,
    /** Caller and agent talk. From: CONNECTING. */
    TALKING
  }

  private static final SequencedMap<OfferId, AgentId> NO_OFFERS =
      Collections.unmodifiableSequencedMap(new LinkedHashMap<>());

  private final ContactEvent.Arrived arrival;
  private final long ordinal;
  private LineId asLine;
  private SortedMap<AgentId, Integer> tries = Collections.emptySortedMap();
  private int priority;

  /** Its priority without what the relaxation of its queue added. */
  private int ownPriority;

  private long placeMs;
  private long placeTie;
  private List<QueueId> moreQueues = List.of();
  private int relaxed;
  private @Nullable AgentId onlyAgent;
  private @Nullable AgentId lastAgent;
  private State state = State.WAITING;
  private @Nullable QueueId queue;
  private Requirement requirement = Requirement.nothing();
  private Requirement askedAtFirst = Requirement.nothing();
  private Requirement preference = Requirement.nothing();
  private Requirement preferredAtFirst = Requirement.nothing();
  private SequencedMap<OfferId, AgentId> offers = NO_OFFERS;
  private @Nullable AgentId agent;
  private @Nullable EffectId bridge;
  private long answeredMs;
  private long queuedMs;

  private final Caller caller;
  private @Nullable Filing filing;

  /** A contact that arrived and is in no queue yet. The ordinal counts contacts of the journal. */
  public Contact(ContactEvent.Arrived arrival, long ordinal) {
    this.arrival = arrival;
    this.caller = new Caller(arrival.leg());
    this.ordinal = ordinal;
    this.asLine = arrival.line();
    this.priority = arrival.priority();
    this.ownPriority = arrival.priority();
    this.placeMs = arrival.arrivedMs() - arrival.wishes().ivrMs();
    this.onlyAgent = arrival.wishes().agent();
  }

  /** It waits in a queue, or in another one, at the place of its age. */
  public void queued(
      QueueId newQueue, Requirement newRequirement, Requirement newPreference, long timeMs) {
    if (!newQueue.equals(queue)) {
      queuedMs = timeMs;
      ownPriority = priority;
    }
    queue = newQueue;
    requirement = newRequirement;
    askedAtFirst = newRequirement;
    preference = newPreference;
    preferredAtFirst = newPreference;
    moreQueues = List.of();
    relaxed = 0;
  }

  /** It asks for less. */
  public void relaxed(
      int step,
      Requirement newRequirement,
      Requirement newPreference,
      int newPriority,
      List<QueueId> queues) {
    relaxed = step;
    requirement = newRequirement;
    preference = newPreference;
    priority = newPriority;
    moreQueues = queues;
  }

  /** It waits for one agent alone no longer. */
  public void namedAgentGivenUp() {
    onlyAgent = null;
  }

  /** Its customer is known: who served them last, and whether it waits for that agent alone. */
  public void recognized(AgentId by, boolean waits) {
    lastAgent = by;
    onlyAgent = waits ? by : null;
  }

  /** A supervisor changed its priority. */
  public void reprioritized(int newPriority) {
    ownPriority += newPriority - priority;
    priority = newPriority;
  }

  /** A supervisor changed its place. */
  public void moved(long newPlaceMs, long newPlaceTie) {
    placeMs = newPlaceMs;
    placeTie = newPlaceTie;
  }

  /** It goes on as if it had dialled another line. */
  public void sentToLine(LineId other) {
    asLine = other;
  }

  /** An agent is being asked. */
  public void offered(OfferId newOffer, AgentId to) {
    state = State.OFFERED;
    if (offers.isEmpty()) {
      offers = new LinkedHashMap<>();
      agent = to;
    }
    offers.put(newOffer, to);
    if (tries.isEmpty()) {
      tries = new TreeMap<>();
    }
    tries.merge(to, 1, Integer::sum);
  }

  /** An offer came to nothing: it waits again, unless others are still being made. */
  public void offerFailed(OfferId failed) {
    offers.remove(failed);
    if (offers.isEmpty()) {
      waitsAgain();
    } else {
      agent = offers.firstEntry().getValue();
    }
  }

  /** An agent answered. */
  public void answered(AgentId by, long timeMs) {
    offers = NO_OFFERS;
    agent = by;
    state = State.CONNECTING;
    answeredMs = timeMs;
  }

  /** The PBX is asked to bridge. */
  public void bridging(EffectId newBridge) {
    bridge = newBridge;
  }

  /** Both talk. */
  public void connected() {
    state = State.TALKING;
  }

  /** The offers or the bridge came to nothing: it waits again. */
  public void waitsAgain() {
    state = State.WAITING;
    offers = NO_OFFERS;
    agent = null;
    bridge = null;
    answeredMs = 0;
  }

  /** Which contact. */
  public ContactId id() {
    return arrival.contact();
  }

  /** Order of arrival among all contacts of the journal, from 1. */
  public long ordinal() {
    return ordinal;
  }

  /** Where its caller's leg is. */
  public PbxId pbx() {
    return arrival.pbx();
  }

  /** The caller's leg; one that is gone while {@link #callback} says that there is none. */
  public LegId leg() {
    return caller.leg();
  }

  /** What the caller dialled. */
  public LineId line() {
    return arrival.line();
  }

  /** The line whose queue, hours and requirement hold for it: dialled, or sent to since. */
  public LineId asLine() {
    return asLine;
  }

  /** In which it came. */
  public MediumId medium() {
    return arrival.medium();
  }

  /** What the dialplan said of it. */
  public CallWishes wishes() {
    return arrival.wishes();
  }

  /** The only agent who may serve it for now; null when others may. */
  public @Nullable AgentId onlyAgent() {
    return onlyAgent;
  }

  /** The agent who served its customer last; null where nobody is remembered. */
  public @Nullable AgentId lastAgent() {
    return lastAgent;
  }

  /** Whose agents may serve it besides its own queue's. */
  public List<QueueId> moreQueues() {
    return moreQueues;
  }

  /** Relaxation steps taken in this queue. */
  public int relaxed() {
    return relaxed;
  }

  /** The age that its place stands for, epoch milliseconds. */
  public long placeMs() {
    return placeMs;
  }

  /** Orders contacts of the same age, smaller first. */
  public long placeTie() {
    return placeTie;
  }

  /** Higher is served first. */
  public int priority() {
    return priority;
  }

  /** Its priority without what the relaxation of its queue added. */
  public int ownPriority() {
    return ownPriority;
  }

  /** When it arrived, epoch milliseconds. */
  public long arrivedMs() {
    return arrival.arrivedMs();
  }

  /** Where it is in its life. */
  public State state() {
    return state;
  }

  /** Where its caller is. */
  public Caller caller() {
    return caller;
  }

  /** It keeps its place without its caller; null for others. */
  public @Nullable Callback callback() {
    return caller.callback();
  }

  /** Whether it counts as one of its queue: it waits or is being offered. */
  public boolean inQueue() {
    return state == State.WAITING || state == State.OFFERED;
  }

  /** Whether its turn may come now. */
  public boolean offerable() {
    return waiting() && (callback() == null || !callback().held());
  }

  /** Whether it waits, wherever its caller is. */
  public boolean waiting() {
    return state == State.WAITING && queue != null;
  }

  /** Where it waits or waited last; null only while the entry of its arrival is decided. */
  public @Nullable QueueId queue() {
    return queue;
  }

  /** When it entered that queue, epoch milliseconds. */
  public long queuedMs() {
    return queuedMs;
  }

  /** What it asks of an agent. */
  public Requirement requirement() {
    return requirement;
  }

  /** What it asked when it entered the queue, before any relaxation. */
  public Requirement askedAtFirst() {
    return askedAtFirst;
  }

  /** Whom of the free it would rather have; never a reason to wait. */
  public Requirement preference() {
    return preference;
  }

  /** What it preferred when it entered the queue. */
  public Requirement preferredAtFirst() {
    return preferredAtFirst;
  }

  /** The offers that are being made, the oldest first, and to whom. */
  public SequencedMap<OfferId, AgentId> offers() {
    return Collections.unmodifiableSequencedMap(offers);
  }

  /** The agent who serves it, or who of those being asked was asked first. */
  public @Nullable AgentId agent() {
    return agent;
  }

  /** The bridge effect that was asked for last. */
  public @Nullable EffectId bridge() {
    return bridge;
  }

  /** When the agent answered, epoch milliseconds; 0 before. */
  public long answeredMs() {
    return answeredMs;
  }

  /** Whether any agent was asked before. */
  public boolean triedBefore() {
    return !tries.isEmpty();
  }

  /** How often an agent was asked for it. */
  public int tries(AgentId who) {
    return tries.getOrDefault(who, 0);
  }

  /** What the router noted. */
  public @Nullable Filing filing() {
    return filing;
  }

  /** The router notes something, or forgets it. No part of the state: the router can redo it. */
  public void file(@Nullable Filing newFiling) {
    filing = newFiling;
  }

  @Override
  public String toString() {
    return ContactText.of(this, tries);
  }
}
