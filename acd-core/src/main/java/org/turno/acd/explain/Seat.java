package org.turno.acd.explain;

import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.AgentState;
import org.turno.acd.plan.AgentId;

/**
 * How an agent stood at a moment.
 *
 * @param agent who
 * @param alias the name that screens show
 * @param state what the agent was doing
 * @param forMs for how long already, milliseconds
 * @param pauseReason why paused, or to be paused when the work in hand ends
 * @param leaving whether the agent signs out when the work in hand ends
 * @param reserve keeps the agent back, who would else be free for the contact; null for none
 * @param tries how often asked before for the contact that this is about
 */
public record Seat(
    AgentId agent,
    String alias,
    AgentState state,
    long forMs,
    @Nullable String pauseReason,
    boolean leaving,
    @Nullable String reserve,
    int tries) {
  /** Whether nothing keeps the agent from being asked for the contact. */
  boolean free() {
    return state == AgentState.AVAILABLE && reserve == null;
  }
}
