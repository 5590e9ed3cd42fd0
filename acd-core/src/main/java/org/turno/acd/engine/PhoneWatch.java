package org.turno.acd.engine;

import org.turno.acd.agent.Agent;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.plan.PhoneState;

/**
 * What the PBX says of agents' phones. While the core has a leg there, "busy" speaks of that leg
 * most likely, so it is only noted. A phone taken for a call of its own in the moment of an offer
 * looks the same, and the PBX says it once: so what was noted last holds again as soon as the leg's
 * own traces must have gone, at the end of a rest or of wrap-up.
 */
final class PhoneWatch {
  private PhoneWatch() {}

  /** Whether the state is new, whatever it is good for. */
  static boolean news(Agent agent, PhoneState state) {
    return saysSomething(agent, state) || state != agent.phone().said();
  }

  /** Whether it changes what the agent can be offered. */
  static boolean saysSomething(Agent agent, PhoneState state) {
    if (state == agent.phone().state()) {
      return false;
    }
    return switch (state) {
      case BUSY -> agent.leg() == null;
      case FREE, UNREACHABLE, UNKNOWN -> true;
    };
  }

  /** The PBX says so. */
  static void said(Decision d, Agent agent, PhoneState state) {
    if (saysSomething(agent, state)) {
      d.emit(new AgentEvent.PhoneChanged(agent.id(), state));
    } else if (state != agent.phone().said()) {
      d.emit(new AgentEvent.PhoneNoted(agent.id(), state));
    }
  }

  /** The agent would be free now: a busy phone that was only noted counts. */
  static void recall(Decision d, Agent agent) {
    PhoneState said = agent.phone().said();
    if (said == PhoneState.BUSY && agent.leg() == null && agent.phone().state() != said) {
      d.emit(new AgentEvent.PhoneChanged(agent.id(), said));
    }
  }
}
