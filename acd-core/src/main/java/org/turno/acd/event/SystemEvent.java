package org.turno.acd.event;

import org.turno.acd.plan.FloorPlan;

/** What concerns Turno itself. */
public sealed interface SystemEvent extends Event {
  /** A new journal began. */
  record JournalStarted(String journalId) implements SystemEvent {}

  /** A configuration is in force. */
  record PlanApplied(FloorPlan plan) implements SystemEvent {}

  /**
   * An input changed nothing.
   *
   * @param reason what kind, counted
   * @param detail for people; names ids only
   */
  record InputIgnored(IgnoreReason reason, String detail) implements SystemEvent {}

  /** Why an input changed nothing. */
  enum IgnoreReason {
    /** A leg, contact, offer or effect that is not, or no longer, known: late or repeated facts. */
    STALE,
    /** An agent, line, queue, phone or PBX that the configuration does not have. */
    UNKNOWN,
    /** It is so already. */
    NO_CHANGE,
    /** The state of the agent or the contact does not allow it. */
    NOT_NOW,
    /** Whoever asks may not. */
    FORBIDDEN
  }
}
