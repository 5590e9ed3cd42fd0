package org.turno.acd.engine;

import java.util.List;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.TimerId;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AnswerMode;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.PauseReason;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueuePlan;

/**
 * Agents whose line stays open: the phone is called once, when work begins, and the leg stays up
 * from conversation to conversation, until the agent hangs up or goes.
 */
final class OpenLines {
  /** How long the phone rings for the line to be opened. */
  static final long RING_MS = 30_000;

  /** The PBX stops ringing by itself; when it says nothing, this much later Turno gives up. */
  private static final long MARGIN_MS = 5_000;

  /** What the phone shows. */
  private static final String LABEL = "Turno";

  private OpenLines() {}

  /** Whether the agent's leg outlives a conversation. */
  static boolean keeps(Agent agent) {
    return agent.line().isUp() && wanted(agent);
  }

  private static boolean wanted(Agent agent) {
    return agent.plan().answer() == AnswerMode.OFF_HOOK
        && agent.configured()
        && agent.isSignedIn()
        && !agent.isLeaving();
  }

  /** Opens a line that should be open, or closes one that should not. */
  static void settle(Decision d, Agent agent) {
    PbxId pbx = agent.plan().phone().pbx();
    boolean idle = agent.activity() == Agent.Activity.IDLE;
    if (agent.line().isNone()) {
      if (wanted(agent)
          && idle
          && agent.leg() == null
          && agent.pauseReason() == null
          && d.state.link(pbx).connected) {
        open(d, agent, pbx);
      }
    } else if (isQuiet(agent) && !fits(agent) && !agent.isReleasing() && agent.legPbx() != null) {
      Offers.takeDown(d, agent, agent.legPbx());
    }
  }

  /** Nobody is on the line. Wrap-up may be cut short for an offer, which then rings the phone. */
  private static boolean isQuiet(Agent agent) {
    return agent.activity() == Agent.Activity.IDLE || agent.activity() == Agent.Activity.WRAP_UP;
  }

  private static boolean fits(Agent agent) {
    return wanted(agent) && agent.plan().phone().equals(agent.line().phone());
  }

  private static void open(Decision d, Agent agent, PbxId pbx) {
    Effect.OpenLine effect =
        new Effect.OpenLine(d.newEffectId(), pbx, agent.plan().phone(), LABEL, RING_MS);
    d.emit(new AgentEvent.Line.Opening(agent.id(), effect.leg(), agent.plan().phone()));
    d.setTimer(TimerId.Kind.LINE, agent.id().value(), d.timeMs + RING_MS + MARGIN_MS);
    d.request(effect);
  }

  /** The agent picked up. */
  static void answered(Decision d, Agent agent) {
    d.cancelTimer(TimerId.Kind.LINE, agent.id().value());
    d.emit(new AgentEvent.Line.Opened(agent.id()));
  }

  /** Nobody said what became of the ringing. */
  static void due(Decision d, AgentId id) {
    Agent agent = d.state.findAgent(id);
    LegId leg = agent == null ? null : agent.leg();
    if (agent != null && leg != null && agent.line().isOpening() && agent.legPbx() != null) {
      Effect asked = d.state.outstanding(new EffectId(leg.value()));
      if (asked != null) {
        d.emit(new PbxEvent.EffectSettled(asked.pbx(), asked.id(), PbxEvent.Settlement.GIVEN_UP));
      }
      Offers.takeDown(d, agent, agent.legPbx());
      lost(d, agent);
    }
  }

  /**
   * A leg is gone.
   *
   * @param lost whether it was a line that stays open and Turno did not take it down
   */
  static void gone(Decision d, Agent agent, boolean lost) {
    if (lost) {
      lost(d, agent);
    } else {
      settle(d, agent);
    }
  }

  /** Who closes the line gets no calls and is told why; being ready opens it again. */
  private static void lost(Decision d, Agent agent) {
    d.cancelTimer(TimerId.Kind.LINE, agent.id().value());
    if (wanted(agent) && agent.pauseReason() == null) {
      Pauses.begin(d, agent, PauseReason.LINE_CLOSED, true);
    }
  }

  /** After an inventory: lines that the PBX lost are opened again. */
  static void reconnected(Decision d, PbxId pbx) {
    for (Agent agent : List.copyOf(d.state.agents())) {
      if (agent.plan().phone().pbx().equals(pbx)) {
        settle(d, agent);
      }
    }
  }

  /** The caller is put through at once, behind a tone. */
  static void offer(Decision d, Contact contact, Agent agent, QueuePlan queue, LegId leg) {
    OfferId id = d.newOfferId();
    d.emit(new OfferEvent.Made(id, contact.id(), queue.id(), agent.id(), leg, d.timeMs));
    Offer offer = d.state.offer(id);
    if (offer == null) {
      throw new IllegalStateException("offer " + id + " is not in the state");
    }
    Announcing.beep(d, contact.pbx(), leg);
    Calls.accept(d, offer);
  }
}
