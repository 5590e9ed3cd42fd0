package org.turno.acd.event;

import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;

/** A contact's life: arrived, queued (perhaps in several queues in turn), connected, ended. */
public sealed interface ContactEvent extends Event {
  /** Whose. */
  ContactId contact();

  /** A contact exists. Its wait counts from here. */
  record Arrived(ContactId contact, PbxId pbx, LegId leg, LineId line, int priority, long arrivedMs)
      implements ContactEvent {}

  /**
   * It waits in a queue, at the place that its priority and its age give.
   *
   * @param requirement what it asks of an agent there: the queue's and the line's together
   */
  record Queued(ContactId contact, QueueId queue, Requirement requirement)
      implements ContactEvent {}

  /** An agent answered; the contact is connecting. */
  record Answered(ContactId contact, OfferId offer, AgentId agent) implements ContactEvent {}

  /** The PBX is asked to let caller and agent talk; again after a link that was lost. */
  record BridgeRequested(ContactId contact, EffectId bridge) implements ContactEvent {}

  /**
   * Caller and agent are talking: the contact counts as answered.
   *
   * @param waitMs from arrival to the agent's answer
   */
  record Connected(ContactId contact, AgentId agent, long waitMs) implements ContactEvent {}

  /** An agent answered but the two could not be connected: the contact waits again at its place. */
  record Returned(ContactId contact, AgentId agent) implements ContactEvent {}

  /** It leaves its queue for another destination. An extension ends it for Turno. */
  record Overflowed(ContactId contact, QueueId from, Destination to, OverflowReason why)
      implements ContactEvent {}

  /**
   * It is over for Turno. Every contact ends exactly once.
   *
   * @param waitMs from arrival to the answer, or to the end where nobody answered
   * @param talkMs from the answer to the end; 0 where nobody answered
   */
  record Ended(ContactId contact, QueueId queue, Outcome outcome, long waitMs, long talkMs)
      implements ContactEvent {}

  /** Why a contact overflows. */
  enum OverflowReason {
    /** The queue holds as many as it may. */
    QUEUE_FULL,
    /** It waited as long as it may. */
    MAX_WAIT
  }

  /** How a contact can end. */
  enum Outcome {
    /** Served: an agent answered and one of the two hung up. */
    SERVED,
    /** The caller hung up before anybody answered. */
    ABANDONED,
    /** Sent to an extension of the PBX. */
    OVERFLOWED,
    /** The PBX's own dialplan took the caller on: the dead man's switch, or a transfer. */
    TAKEN_BY_PBX,
    /** It ended while Turno was away or the link was down; nobody knows how. */
    LOST,
    /** Its line was removed from the configuration: given back to the PBX's dialplan. */
    UNSERVABLE
  }
}
