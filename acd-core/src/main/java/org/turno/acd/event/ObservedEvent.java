package org.turno.acd.event;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ObservedAgent;
import org.turno.acd.plan.ObservedEnd;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;

/**
 * What happens in queues that are a PBX's own. Only figures follow from these events: they change
 * nothing that routing looks at.
 */
public sealed interface ObservedEvent extends Event {
  /** On which PBX. */
  PbxId pbx();

  /** The PBX's queues are in sight, and an inventory of them has been worked through. */
  record Sighted(PbxId pbx) implements ObservedEvent {}

  /** The PBX's queues are out of sight: what is known of them gets old. */
  record SightLost(PbxId pbx, String reason) implements ObservedEvent {}

  /**
   * A queue is looked at, or its service level is another.
   *
   * @param name what the PBX calls it
   * @param serviceLevelMs the PBX's own target; 0 for none
   */
  record QueueFound(PbxId pbx, QueueId queue, String name, long serviceLevelMs)
      implements ObservedEvent {}

  /** A queue is there no more. */
  record QueueGone(PbxId pbx, QueueId queue) implements ObservedEvent {}

  /** A contact waits. Each visit to a queue is a contact. */
  record Arrived(PbxId pbx, ContactId contact, QueueId queue, LegId call, long arrivedMs)
      implements ObservedEvent {}

  /** An agent's phone is rung for a contact. */
  record Rung(PbxId pbx, ContactId contact, String agent) implements ObservedEvent {}

  /** That agent's phone rings for it no more. */
  record RingEnded(PbxId pbx, ContactId contact, String agent) implements ObservedEvent {}

  /** A contact left its queue while phones rang for it: most probably it was answered. */
  record Leaving(PbxId pbx, ContactId contact) implements ObservedEvent {}

  /**
   * Caller and agent talk.
   *
   * @param waitMs from arrival to the answer
   */
  record Answered(PbxId pbx, ContactId contact, String agent, long waitMs)
      implements ObservedEvent {}

  /**
   * A contact is over. Every one ends exactly once.
   *
   * @param waitMs from arrival to the answer, or to the end where nobody answered
   * @param talkMs from the answer to the end; 0 where nobody answered
   * @param agent who served it; null for nobody
   */
  record Ended(
      PbxId pbx,
      ContactId contact,
      QueueId queue,
      ContactEvent.Outcome outcome,
      long waitMs,
      long talkMs,
      @Nullable String agent,
      ObservedEnd by)
      implements ObservedEvent {}

  /** An agent serves a queue, or does so otherwise than before. */
  record AgentPlaced(PbxId pbx, QueueId queue, ObservedAgent agent) implements ObservedEvent {}

  /** An agent serves a queue no more. */
  record AgentRemoved(PbxId pbx, QueueId queue, String agent) implements ObservedEvent {}

  /** An agent's phone is in another state. */
  record AgentPhoneChanged(PbxId pbx, String agent, PhoneState state) implements ObservedEvent {}
}
