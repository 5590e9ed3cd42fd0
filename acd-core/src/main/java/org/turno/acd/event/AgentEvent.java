package org.turno.acd.event;

import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;

/** An agent's day, apart from offers. */
public sealed interface AgentEvent extends Event {
  /** Who. */
  AgentId agent();

  /** Work begins. */
  record SignedIn(AgentId agent) implements AgentEvent {}

  /** The agent wants to go and will be signed out when the work in hand ends. */
  record Leaving(AgentId agent) implements AgentEvent {}

  /** Work has ended. */
  record SignedOut(AgentId agent) implements AgentEvent {}

  /**
   * A pause is asked for; it holds from now on, or from the end of the work in hand.
   *
   * @param byTurno true where misses in a row caused it
   */
  record Paused(AgentId agent, String reason, boolean byTurno) implements AgentEvent {}

  /** A pause is to begin at a time, epoch milliseconds, or when the work in hand then ends. */
  record PausePlanned(AgentId agent, String reason, long atMs) implements AgentEvent {}

  /** The pause that was to begin later will not, or begins now. */
  record PausePlanEnded(AgentId agent, String reason) implements AgentEvent {}

  /** The pause has lasted longer than its reason allows: somebody should look. */
  record PauseOverran(AgentId agent, String reason, long limitMs) implements AgentEvent {}

  /** The pause is over. */
  record Resumed(AgentId agent) implements AgentEvent {}

  /** The agent finishes the work of a contact of a queue; the contact is gone. */
  record WrapUpStarted(AgentId agent, ContactId contact, QueueId queue) implements AgentEvent {}

  /** The agent needs more time; the limit is now that moment, epoch milliseconds. */
  record WrapUpExtended(AgentId agent, long untilMs) implements AgentEvent {}

  /** Wrap-up is over. */
  record WrapUpEnded(AgentId agent, boolean byLimit) implements AgentEvent {}

  /** A contact that goes before ends the wrap-up: it can wait no longer for this agent. */
  record WrapUpInterrupted(AgentId agent, ContactId by) implements AgentEvent {}

  /** Hard contacts and the break after them. */
  sealed interface Hard extends AgentEvent {
    /**
     * The contact in hand, or in wrap-up, was hard.
     *
     * @param inRow how many in a row that is
     * @param by who said so: the agent or a supervisor
     */
    record ContactMarked(AgentId agent, ContactId contact, int inRow, String by) implements Hard {}

    /** An ordinary contact, or a night's rest, ends the row of hard ones. */
    record RowEnded(AgentId agent) implements Hard {}

    /** So many in a row are too many: a break of that length follows the work in hand. */
    record BreakOwed(AgentId agent, String reason, long lengthMs) implements Hard {}

    /** The break begins and lasts until then, epoch milliseconds, whoever waits. */
    record BreakStarted(AgentId agent, String reason, long untilMs) implements Hard {}

    /**
     * The break is over.
     *
     * @param by the supervisor who ended it before its time, or did without it; empty at its time
     * @param why what the supervisor said; empty at its time
     */
    record BreakEnded(AgentId agent, String by, String why) implements Hard {}
  }

  /** The agent is left alone for a while after an offer that failed. */
  record RetryDelayed(AgentId agent, long untilMs) implements AgentEvent {}

  /** That while is over. */
  record RetryDelayEnded(AgentId agent) implements AgentEvent {}

  /** A line that stays open from one conversation to the next; Released is its end. */
  sealed interface Line extends AgentEvent {
    /** The phone is called for it. */
    record Opening(AgentId agent, LegId leg, PhoneId phone) implements Line {}

    /** The agent answered: from now on callers are put through without ringing. */
    record Opened(AgentId agent) implements Line {}
  }

  /** The agent's leg is being taken down; no offer until it is gone. */
  record Releasing(AgentId agent, LegId leg) implements AgentEvent {}

  /**
   * The agent's leg is gone.
   *
   * @param confirmed false where the PBX never said so and Turno stopped waiting
   */
  record Released(AgentId agent, LegId leg, boolean confirmed) implements AgentEvent {}

  /**
   * The PBX says something of the agent's phone that Turno's own leg there explains; it counts
   * later if the PBX has said nothing else by then.
   */
  record PhoneNoted(AgentId agent, PhoneState state) implements AgentEvent {}

  /** The PBX sees the agent's phone differently. */
  record PhoneChanged(AgentId agent, PhoneState state) implements AgentEvent {}
}
