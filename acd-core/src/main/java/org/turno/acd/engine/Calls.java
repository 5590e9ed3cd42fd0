package org.turno.acd.engine;

import java.util.List;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.event.TimerId;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.PbxId;

/** What becomes of callers' and agents' legs. */
final class Calls {
  /** Who could not be put through on an open line is left alone for a while. */
  private static final long LINE_REST_MS = 5_000;

  private Calls() {}

  static void arrived(Decision d, PbxInput.CallArrived fact) {
    if (known(d, fact.pbx(), fact.leg())) {
      d.ignore(IgnoreReason.STALE, "leg " + fact.leg() + " is known already");
    } else {
      admit(d, fact.pbx(), fact.leg(), fact.line(), fact.wishes(), d.timeMs);
    }
  }

  /** A caller becomes a contact. */
  static void admit(
      Decision d, PbxId pbx, LegId leg, LineId lineId, CallWishes wishes, long arrivedMs) {
    LinePlan line = d.state.line(lineId);
    if (line == null) {
      d.request(new Effect.GiveBack(d.newEffectId(), pbx, leg));
      d.ignore(
          IgnoreReason.UNKNOWN,
          "line " + lineId + " is not configured: leg " + leg + " goes back to the dialplan");
      return;
    }
    ContactEvent.Arrived event =
        new ContactEvent.Arrived(
            d.newContactId(),
            pbx,
            leg,
            lineId,
            line.priority() + wishes.addPriority(),
            arrivedMs,
            line.protectedLine() ? wishes.of(null) : wishes,
            line.medium());
    d.emit(event);
    Contact contact = d.state.contact(event.contact());
    Placement.dialled(d, contact, line);
    if (contact.waiting()) {
      Callbacks.calledAgain(d, contact);
      if (wishes.position() > 0) {
        Places.insert(d, contact, wishes.position(), "");
      }
      Placement.park(d, contact);
    }
  }

  static void ringing(Decision d, PbxInput.LegRinging fact) {
    Agent agent = d.state.agentByLeg(fact.pbx(), fact.leg());
    Offer offer = agent == null ? null : d.state.offer(agent.offer());
    if (agent != null && agent.line().isOpening()) {
      d.ignore(IgnoreReason.NO_CHANGE, "leg " + fact.leg() + " is to be " + agent.id() + "'s line");
    } else if (agent == null || offer == null) {
      d.ignore(IgnoreReason.STALE, "leg " + fact.leg() + " is of no offer");
    } else if (agent.activity() == Agent.Activity.RESERVED) {
      d.emit(new OfferEvent.Ringing(offer.id(), agent.id()));
    } else {
      d.ignore(IgnoreReason.NO_CHANGE, "leg " + fact.leg() + " rings already");
    }
  }

  static void answered(Decision d, PbxInput.LegAnswered fact) {
    Agent agent = d.state.agentByLeg(fact.pbx(), fact.leg());
    Offer offer = agent == null ? null : d.state.offer(agent.offer());
    Contact called = agent == null ? d.state.contactByLeg(fact.pbx(), fact.leg()) : null;
    if (called != null && Callbacks.calling(called)) {
      Callbacks.answered(d, called);
    } else if (agent != null && agent.line().isOpening() && !agent.isReleasing()) {
      OpenLines.answered(d, agent);
    } else if (offer != null) {
      accept(d, offer);
    } else if (!Listenings.answered(d, fact.pbx(), fact.leg())) {
      d.ignore(IgnoreReason.STALE, "leg " + fact.leg() + " is of no offer");
    }
  }

  /** The agent answered: have the PBX bridge. */
  static void accept(Decision d, Offer offer) {
    Contact contact = d.state.contact(offer.contact());
    d.cancelTimer(TimerId.Kind.OFFER, offer.id().value());
    Rings.stopOthers(d, contact, offer);
    Placement.cancelWaiting(d, contact);
    d.emit(new OfferEvent.Accepted(offer.id(), offer.agent()));
    d.emit(new ContactEvent.Answered(contact.id(), offer.id(), offer.agent()));
    if (contact.callback() == null) {
      bridge(d, contact, offer.leg());
    } else {
      Callbacks.dial(d, contact, d.state.agent(offer.agent()), offer.leg());
    }
  }

  /** Asks the PBX to bridge, and looks again in a while. */
  static void bridge(Decision d, Contact contact, LegId agentLeg) {
    EffectId bridge = d.newEffectId();
    d.emit(new ContactEvent.BridgeRequested(contact.id(), bridge));
    d.setTimer(TimerId.Kind.BRIDGE, contact.id().value(), d.timeMs + Expiry.BRIDGE_LIMIT_MS);
    d.request(new Effect.Bridge(bridge, contact.pbx(), contact.leg(), agentLeg));
  }

  /** Both talk. */
  static void connected(Decision d, Contact contact) {
    d.cancelTimer(TimerId.Kind.BRIDGE, contact.id().value());
    if (contact.state() == Contact.State.CONNECTING && contact.agent() != null) {
      d.emit(
          new ContactEvent.Connected(
              contact.id(), contact.agent(), contact.answeredMs() - contact.arrivedMs()));
      Companions.served(d, contact, contact.agent());
    }
  }

  static void ended(Decision d, PbxInput.LegEnded fact) {
    Contact contact = d.state.contactByLeg(fact.pbx(), fact.leg());
    Agent agent = contact == null ? d.state.agentByLeg(fact.pbx(), fact.leg()) : null;
    if (contact != null && Callbacks.calling(contact)) {
      Callbacks.missed(d, contact, Callbacks.why(fact.reason()), true);
    } else if (contact != null) {
      callerGone(d, contact, ContactEvent.Outcome.ABANDONED);
    } else if (agent != null) {
      agentLegGone(d, agent, why(fact.reason()));
    } else if (!Listenings.gone(d, fact.pbx(), fact.leg())) {
      closed(d, fact.pbx(), fact.leg());
    }
  }

  static void left(Decision d, PbxInput.LegLeft fact) {
    Contact contact = d.state.contactByLeg(fact.pbx(), fact.leg());
    Agent agent = d.state.agentByLeg(fact.pbx(), fact.leg());
    if (contact != null && Callbacks.calling(contact)) {
      Callbacks.missed(d, contact, ContactEvent.Callback.Why.UNKNOWN, true);
    } else if (contact != null) {
      callerGone(d, contact, ContactEvent.Outcome.TAKEN_BY_PBX);
    } else if (agent != null) {
      agentLegGone(d, agent, OfferEvent.Why.LOST);
    } else if (!Listenings.gone(d, fact.pbx(), fact.leg())) {
      closed(d, fact.pbx(), fact.leg());
    }
  }

  private static void closed(Decision d, PbxId pbx, LegId leg) {
    if (d.state.link(pbx).closing.containsKey(leg)) {
      d.emit(new PbxEvent.LegClosed(pbx, leg));
    } else {
      d.ignore(IgnoreReason.STALE, "leg " + leg + " is not known, or not any more");
    }
  }

  /**
   * The caller is out of Turno's hands.
   *
   * @param unserved how the contact ends where nobody talked to the caller
   */
  static void callerGone(Decision d, Contact contact, ContactEvent.Outcome unserved) {
    switch (contact.state()) {
      case WAITING -> Placement.end(d, contact, unserved);
      case OFFERED -> {
        List<Offer> offers = Rings.offersOf(d, contact);
        offers.forEach(offer -> Offers.fail(d, offer, OfferEvent.Why.CALLER_GONE, false));
        Placement.end(d, contact, unserved);
        offers.forEach(offer -> AgentWork.leaveIfDone(d, d.state.agent(offer.agent())));
      }
      case CONNECTING -> {
        Agent agent = servingAgent(d, contact);
        dropBridge(d, contact);
        Placement.end(d, contact, unserved);
        Offers.release(d, agent, contact.pbx());
        AgentWork.leaveIfDone(d, agent);
      }
      case TALKING -> {
        Agent agent = servingAgent(d, contact);
        dropBridge(d, contact);
        Placement.end(d, contact, ContactEvent.Outcome.SERVED);
        Offers.release(d, agent, contact.pbx());
        AgentWork.afterTalk(d, agent, contact);
      }
    }
  }

  /**
   * The agent's leg is gone.
   *
   * @param why what it means for an offer that it belonged to
   */
  static void agentLegGone(Decision d, Agent agent, OfferEvent.Why why) {
    boolean lineLost = !agent.line().isNone() && !agent.isReleasing() && why != OfferEvent.Why.LOST;
    Offer offer = d.state.offer(agent.offer());
    Contact contact =
        agent.activity() == Agent.Activity.TALKING && agent.contact() != null
            ? d.state.contact(agent.contact())
            : null;
    if (offer != null) {
      Offers.fail(d, offer, why, true);
      Placement.resume(d, d.state.contact(offer.contact()));
    } else if (contact == null) {
      Offers.released(d, agent, true);
    } else if (contact.state() == Contact.State.CONNECTING) {
      Offers.released(d, agent, true);
      if (Callbacks.calling(contact)) {
        Callbacks.waitsAgain(d, contact, agent, ContactEvent.Callback.Why.AGENT_GONE, false);
      } else {
        waitAgain(d, contact, agent);
      }
      Offers.rest(d, agent, 0);
      AgentWork.leaveIfDone(d, agent);
    } else {
      d.request(new Effect.HangUp(d.newEffectId(), contact.pbx(), contact.leg()));
      dropBridge(d, contact);
      Offers.released(d, agent, true);
      Placement.end(d, contact, ContactEvent.Outcome.SERVED);
      AgentWork.afterTalk(d, agent, contact);
    }
    OpenLines.gone(d, agent, lineLost);
  }

  /** The PBX could not bridge: the caller waits again, the agent's leg is taken down. */
  static void bridgeFailed(Decision d, Contact contact) {
    Agent agent = servingAgent(d, contact);
    Offers.release(d, agent, contact.pbx());
    waitAgain(d, contact, agent);
    if (OpenLines.keeps(agent)) {
      Offers.rest(d, agent, LINE_REST_MS);
    }
    AgentWork.leaveIfDone(d, agent);
  }

  private static void waitAgain(Decision d, Contact contact, Agent agent) {
    d.cancelTimer(TimerId.Kind.BRIDGE, contact.id().value());
    dropBridge(d, contact);
    d.emit(new ContactEvent.Returned(contact.id(), agent.id()));
    Placement.resume(d, contact);
    if (contact.waiting()) {
      Placement.park(d, contact);
    }
  }

  private static void dropBridge(Decision d, Contact contact) {
    EffectId bridge = contact.bridge();
    if (bridge != null) {
      d.request(new Effect.DropBridge(d.newEffectId(), contact.pbx(), bridge));
    }
  }

  static Agent servingAgent(Decision d, Contact contact) {
    if (contact.agent() == null) {
      throw new IllegalStateException(contact + " is served by nobody");
    }
    return d.state.agent(contact.agent());
  }

  static boolean known(Decision d, PbxId pbx, LegId leg) {
    return d.state.contactByLeg(pbx, leg) != null
        || d.state.agentByLeg(pbx, leg) != null
        || Listenings.of(d.state, pbx, leg) != null
        || d.state.link(pbx).closing.containsKey(leg);
  }

  private static OfferEvent.Why why(HangupReason reason) {
    return switch (reason) {
      case BUSY -> OfferEvent.Why.BUSY;
      case REJECTED -> OfferEvent.Why.REJECTED;
      case NORMAL, NO_ANSWER, CANCELLED -> OfferEvent.Why.NO_ANSWER;
      case UNREACHABLE, CONGESTION, OTHER -> OfferEvent.Why.UNREACHABLE;
    };
  }
}
