package org.turno.acd.contact;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
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
    /** One agent is being asked; it keeps its place. From: WAITING. */
    OFFERED,
    /** An agent answered; the PBX is bridging. From: OFFERED. */
    CONNECTING,
    /** Caller and agent talk. From: CONNECTING. */
    TALKING
  }

  private final ContactId id;
  private final long ordinal;
  private final PbxId pbx;
  private final LegId leg;
  private final LineId line;
  private final long arrivedMs;
  private final CallWishes wishes;
  private SortedMap<AgentId, Integer> tries = Collections.emptySortedMap();
  private int priority;

  /** Its priority without what the relaxation of its queue added. */
  private int ownPriority;

  private long placeMs;
  private long placeTie;
  private List<QueueId> moreQueues = List.of();
  private int relaxed;
  private boolean waitsForNamed;
  private State state = State.WAITING;
  private @Nullable QueueId queue;
  private Requirement requirement = Requirement.nothing();
  private Requirement askedAtFirst = Requirement.nothing();
  private @Nullable OfferId offer;
  private @Nullable AgentId agent;
  private @Nullable EffectId bridge;
  private long answeredMs;
  private long queuedMs;
  private @Nullable Filing filing;

  /** A contact that arrived and is in no queue yet. The ordinal counts contacts of the journal. */
  public Contact(
      ContactId id,
      long ordinal,
      PbxId pbx,
      LegId leg,
      LineId line,
      int priority,
      long arrivedMs,
      CallWishes wishes) {
    this.id = id;
    this.ordinal = ordinal;
    this.pbx = pbx;
    this.leg = leg;
    this.line = line;
    this.priority = priority;
    this.ownPriority = priority;
    this.arrivedMs = arrivedMs;
    this.wishes = wishes;
    this.placeMs = arrivedMs - wishes.ivrMs();
    this.waitsForNamed = wishes.agent() != null;
  }

  /** It waits in a queue, or in another one, at the place of its age. */
  public void queued(QueueId newQueue, Requirement newRequirement, long timeMs) {
    if (!newQueue.equals(queue)) {
      queuedMs = timeMs;
      ownPriority = priority;
    }
    queue = newQueue;
    requirement = newRequirement;
    askedAtFirst = newRequirement;
    moreQueues = List.of();
    relaxed = 0;
  }

  /** It asks for less. */
  public void relaxed(int step, Requirement newRequirement, int newPriority, List<QueueId> queues) {
    relaxed = step;
    requirement = newRequirement;
    priority = newPriority;
    moreQueues = queues;
  }

  /** It waits for the agent it names no longer. */
  public void namedAgentGivenUp() {
    waitsForNamed = false;
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

  /** An agent is being asked. */
  public void offered(OfferId newOffer, AgentId to) {
    state = State.OFFERED;
    offer = newOffer;
    agent = to;
    if (tries.isEmpty()) {
      tries = new TreeMap<>();
    }
    tries.merge(to, 1, Integer::sum);
  }

  /** The agent answered. */
  public void answered(long timeMs) {
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

  /** The offer or the bridge came to nothing: it waits again. */
  public void waitsAgain() {
    state = State.WAITING;
    offer = null;
    agent = null;
    bridge = null;
    answeredMs = 0;
  }

  /** Which contact. */
  public ContactId id() {
    return id;
  }

  /** Order of arrival among all contacts of the journal, from 1. */
  public long ordinal() {
    return ordinal;
  }

  /** Where its caller's leg is. */
  public PbxId pbx() {
    return pbx;
  }

  /** The caller's leg. */
  public LegId leg() {
    return leg;
  }

  /** What the caller dialled. */
  public LineId line() {
    return line;
  }

  /** What the dialplan said of it. */
  public CallWishes wishes() {
    return wishes;
  }

  /** The only agent who may serve it for now; null when others may. */
  public @Nullable AgentId onlyAgent() {
    return waitsForNamed ? wishes.agent() : null;
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
    return arrivedMs;
  }

  /** Where it is in its life. */
  public State state() {
    return state;
  }

  /** Whether it may be offered. */
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

  /** The offer that is being made or was accepted. */
  public @Nullable OfferId offer() {
    return offer;
  }

  /** The agent who is being asked or serves. */
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
    return id
        + " "
        + state
        + " queue="
        + queue
        + " priority="
        + priority
        + " own="
        + ownPriority
        + " arrived="
        + arrivedMs
        + " ordinal="
        + ordinal
        + " place="
        + placeMs
        + "/"
        + placeTie
        + " more="
        + moreQueues
        + " relaxed="
        + relaxed
        + " named="
        + waitsForNamed
        + " wishes="
        + wishes
        + " leg="
        + leg
        + " line="
        + line
        + " offer="
        + offer
        + " agent="
        + agent
        + " bridge="
        + bridge
        + " queued="
        + queuedMs
        + " answered="
        + answeredMs
        + " tries="
        + tries
        + " requires="
        + requirement;
  }
}
