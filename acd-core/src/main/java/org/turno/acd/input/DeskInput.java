package org.turno.acd.input;

import org.turno.acd.plan.AgentId;

/** What an agent, or somebody on an agent's behalf, asks for. */
public sealed interface DeskInput extends Input {
  /** Who it is about. */
  AgentId agent();

  /** Starts work, paused or ready as the policy says; here: ready. */
  record SignIn(AgentId agent) implements DeskInput {}

  /** Ends work; a conversation and its wrap-up are finished first, a ringing offer is withdrawn. */
  record SignOut(AgentId agent) implements DeskInput {}

  /** Ends a pause; without one, gives up the pause that was to begin later. */
  record Ready(AgentId agent) implements DeskInput {}

  /**
   * Takes a pause; it begins when the work in hand ends.
   *
   * @param reason one that the configuration lists; any word where it lists none
   * @param inMs how long from now it is asked for; 0 for now
   */
  record Pause(AgentId agent, String reason, long inMs) implements DeskInput {
    /** Now. */
    public Pause(AgentId agent, String reason) {
      this(agent, reason, 0);
    }
  }

  /** Asks for more time in wrap-up. */
  record ExtendWrapUp(AgentId agent) implements DeskInput {}

  /** Ends wrap-up before its limit. */
  record EndWrapUp(AgentId agent) implements DeskInput {}

  /**
   * The contact in hand, or in wrap-up, was hard.
   *
   * @param by the agent or a supervisor: for the record
   */
  record MarkHard(AgentId agent, String by) implements DeskInput {}

  /** A supervisor ends the break after hard contacts before its time, and says why. */
  record EndBreak(AgentId agent, String by, String why) implements DeskInput {}

  /** Declines the offer that is being made; the contact returns to its place. */
  record Reject(AgentId agent) implements DeskInput {}
}
