package org.turno.acd.engine;

import org.turno.acd.agent.Agent;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.input.DeskInput;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;

/** What agents ask for, and what their phones do. */
final class Desk {
  private Desk() {}

  static void handle(Decision d, DeskInput wish) {
    Agent agent = d.state.findAgent(wish.agent());
    if (agent == null) {
      d.ignore(IgnoreReason.UNKNOWN, "agent " + wish.agent() + " is not configured");
      return;
    }
    Seats.others(d, agent, wish);
    switch (wish) {
      case DeskInput.SignIn w -> signIn(d, agent);
      case DeskInput.SignOut w -> signOut(d, agent);
      case DeskInput.Ready w -> Pauses.ready(d, agent);
      case DeskInput.Pause w -> Pauses.ask(d, agent, w.reason(), w.inMs());
      case DeskInput.EndWrapUp w -> WrapUps.end(d, agent);
      case DeskInput.ExtendWrapUp w -> WrapUps.extend(d, agent);
      case DeskInput.MarkHard w -> HardContacts.mark(d, agent, w.by());
      case DeskInput.EndBreak w -> HardContacts.endBreak(d, agent, w.by(), w.why());
      case DeskInput.Reject w -> reject(d, agent);
    }
  }

  private static void signIn(Decision d, Agent agent) {
    if (!agent.configured()) {
      d.ignore(IgnoreReason.UNKNOWN, "agent " + agent.id() + " is no longer configured");
    } else if (agent.isLeaving()) {
      d.ignore(IgnoreReason.NOT_NOW, agent.id() + " is about to sign out: wait for that");
    } else if (agent.isSignedIn()) {
      d.ignore(IgnoreReason.NO_CHANGE, agent.id() + " is signed in already");
    } else {
      HardContacts.signedIn(d, agent);
      d.emit(new AgentEvent.SignedIn(agent.id()));
      OpenLines.settle(d, agent);
    }
  }

  /** Also used when the configuration no longer has the agent. */
  static void signOut(Decision d, Agent agent) {
    if (!agent.isSignedIn() || agent.isLeaving()) {
      d.ignore(IgnoreReason.NO_CHANGE, agent.id() + " is signed out, or about to be");
      return;
    }
    switch (agent.activity()) {
      case IDLE -> AgentWork.signOut(d, agent);
      case RESERVED, RINGING -> {
        withdraw(d, agent, OfferEvent.Why.WITHDRAWN);
        AgentWork.signOut(d, agent);
      }
      case TALKING, WRAP_UP -> {
        d.emit(new AgentEvent.Leaving(agent.id()));
        Relaxation.agentWent(d);
      }
    }
  }

  private static void reject(Decision d, Agent agent) {
    if (!withdraw(d, agent, OfferEvent.Why.REJECTED)) {
      d.ignore(IgnoreReason.NOT_NOW, agent.id() + " is not being offered anything");
    }
  }

  private static boolean withdraw(Decision d, Agent agent, OfferEvent.Why why) {
    Offer offer = d.state.offer(agent.offer());
    if (offer == null) {
      return false;
    }
    Offers.fail(d, offer, why, false);
    Placement.resume(d, d.state.contact(offer.contact()));
    return true;
  }

  /** The PBX says something of a phone. */
  static void phoneChanged(Decision d, PhoneId phone, PhoneState state) {
    Agent agent = d.state.agentByPhone(phone);
    if (agent == null) {
      d.ignore(IgnoreReason.UNKNOWN, "phone " + phone + " is no agent's");
    } else if (!PhoneWatch.news(agent, state)) {
      d.ignore(IgnoreReason.NO_CHANGE, "phone " + phone + " is as expected");
    } else {
      PhoneWatch.said(d, agent, state);
    }
  }
}
