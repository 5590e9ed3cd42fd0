package org.turno.acd.event;

import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.QueueId;

/** An offer's life: made (the agent is reserved), ringing, then accepted or over. */
public sealed interface OfferEvent extends Event {
  /** Which offer. */
  OfferId offer();

  /**
   * The core holds the agent and asks the PBX to ring.
   *
   * @param leg the agent's leg, the ring effect's id
   * @param deadlineMs until when it may be answered, epoch milliseconds
   */
  record Made(
      OfferId offer, ContactId contact, QueueId queue, AgentId agent, LegId leg, long deadlineMs)
      implements OfferEvent {}

  /** The phone rings. */
  record Ringing(OfferId offer, AgentId agent) implements OfferEvent {}

  /** The agent answered. */
  record Accepted(OfferId offer, AgentId agent) implements OfferEvent {}

  /** It came to nothing. The contact, if it is still there, is back at its place. */
  record Failed(OfferId offer, ContactId contact, AgentId agent, Why why) implements OfferEvent {}

  /** Why an offer came to nothing. */
  enum Why {
    /** Ring-no-answer: the deadline passed or the phone gave up. */
    NO_ANSWER,
    /** The agent declined, on the phone or at the desk. */
    REJECTED,
    /** The phone was engaged. */
    BUSY,
    /** The phone is not registered or the PBX could not ring it. */
    UNREACHABLE,
    /** The caller left. */
    CALLER_GONE,
    /** The agent signed out. */
    WITHDRAWN,
    /** Another agent who was asked for the same contact answered. */
    ANSWERED_ELSEWHERE,
    /** A contact that goes before took the agent. */
    TAKEN_OVER,
    /** Turno or the link was away and the leg is gone. */
    LOST;

    /** Whether the agent is left alone for a while: another try at once would likely fail too. */
    public boolean agentRests() {
      return switch (this) {
        case NO_ANSWER, REJECTED, BUSY, UNREACHABLE -> true;
        case CALLER_GONE, WITHDRAWN, ANSWERED_ELSEWHERE, TAKEN_OVER, LOST -> false;
      };
    }
  }
}
