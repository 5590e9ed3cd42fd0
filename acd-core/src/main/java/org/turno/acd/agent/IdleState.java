package org.turno.acd.agent;

import org.turno.acd.plan.AnswerMode;
import org.turno.acd.plan.PhoneState;

/** What an agent is doing who is at work and has no contact in hand. */
final class IdleState {
  private IdleState() {}

  static AgentState of(Agent agent) {
    if (agent.shownPause() != null) {
      return AgentState.PAUSED;
    } else if (agent.line().isUp() && !agent.isReleasing()) {
      return agent.phone().linked() ? rested(agent) : AgentState.PHONE_UNREACHABLE;
    } else if (agent.phone().unreachable() || agent.line().isOpening()) {
      return AgentState.PHONE_UNREACHABLE;
    } else if (agent.phone().state() == PhoneState.BUSY) {
      return AgentState.PHONE_BUSY;
    } else if (agent.leg() != null) {
      return AgentState.RELEASING;
    }
    return agent.plan().answer() == AnswerMode.OFF_HOOK
        ? AgentState.PHONE_UNREACHABLE
        : rested(agent);
  }

  private static AgentState rested(Agent agent) {
    return agent.retryUntilMs() > 0 ? AgentState.RETRY_DELAY : AgentState.AVAILABLE;
  }
}
