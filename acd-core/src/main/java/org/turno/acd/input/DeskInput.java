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

  /** Ends a pause. */
  record Ready(AgentId agent) implements DeskInput {}

  /**
   * Takes a pause; it begins when the work in hand ends.
   *
   * @param reason a word of the configuration or of the agent, shown on screens
   */
  record Pause(AgentId agent, String reason) implements DeskInput {}

  /** Ends wrap-up before its limit. */
  record EndWrapUp(AgentId agent) implements DeskInput {}

  /** Declines the offer that is being made; the contact returns to its place. */
  record Reject(AgentId agent) implements DeskInput {}
}
