package org.turno.acd.engine;

import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.input.EffectReport;

/** What becomes of effects. */
final class Reports {
  private Reports() {}

  static void handle(Decision d, EffectReport report) {
    Effect effect = d.state.outstanding(report.effect());
    if (effect == null) {
      d.ignore(IgnoreReason.STALE, "effect " + report.effect() + " is not outstanding");
      return;
    }
    switch (report) {
      case EffectReport.Done done -> {
        settle(d, effect, PbxEvent.Settlement.DONE);
        done(d, effect);
      }
      case EffectReport.Failed failed -> failed(d, effect, failed.failure());
    }
  }

  private static void failed(Decision d, Effect effect, EffectReport.Failure failure) {
    switch (failure) {
      case ALREADY_DONE -> {
        settle(d, effect, PbxEvent.Settlement.DONE);
        done(d, effect);
      }
      // the next inventory tells what holds
      case LINK_DOWN -> settle(d, effect, PbxEvent.Settlement.FAILED);
      case LEG_GONE, PHONE_UNREACHABLE, REFUSED -> {
        settle(d, effect, PbxEvent.Settlement.FAILED);
        refused(d, effect, failure);
      }
    }
  }

  private static void settle(Decision d, Effect effect, PbxEvent.Settlement how) {
    d.emit(new PbxEvent.EffectSettled(effect.pbx(), effect.id(), how));
  }

  private static void done(Decision d, Effect effect) {
    if (effect instanceof Effect.Listen listen) {
      Listenings.begun(d, listen);
    } else if (effect instanceof Effect.Bridge bridge) {
      Contact contact = d.state.contactByLeg(bridge.pbx(), bridge.caller());
      if (contact != null && bridge.id().equals(contact.bridge())) {
        Calls.connected(d, contact);
      }
    }
  }

  private static void refused(Decision d, Effect effect, EffectReport.Failure failure) {
    boolean legGone = failure == EffectReport.Failure.LEG_GONE;
    switch (effect) {
      case Effect.Ring ring -> ringFailed(d, ring, legGone);
      case Effect.OpenLine open -> {
        Agent agent = d.state.agentByLeg(open.pbx(), open.leg());
        if (agent != null) {
          Calls.agentLegGone(d, agent, OfferEvent.Why.UNREACHABLE);
        } else {
          Listenings.notRung(d, open);
        }
      }
      case Effect.Bridge bridge -> {
        Contact contact = d.state.contactByLeg(bridge.pbx(), bridge.caller());
        if (contact != null
            && contact.state() == Contact.State.CONNECTING
            && bridge.id().equals(contact.bridge())) {
          Calls.bridgeFailed(d, contact);
        }
      }
      case Effect.Park park -> {
        Contact contact = d.state.contactByLeg(park.pbx(), park.leg());
        if (contact != null && legGone && contact.state() != Contact.State.TALKING) {
          Calls.callerGone(d, contact, ContactEvent.Outcome.ABANDONED);
        }
      }
      case Effect.AskNumber asked -> Callbacks.untold(d, asked);
      case Effect.CallBack call -> {
        Contact contact = d.state.contactByLeg(call.pbx(), call.leg());
        if (contact != null && Callbacks.calling(contact)) {
          Callbacks.missed(d, contact, ContactEvent.Callback.Why.UNREACHABLE, true);
        }
      }
      case Effect.Listen listen -> Listenings.refused(d, listen);
      case Effect.Announce announce -> notAnnounced(d, announce, legGone);
      case Effect.HangUp hangUp -> closedIfGone(d, hangUp.pbx(), hangUp.leg(), legGone);
      case Effect.SendToDialplan send -> closedIfGone(d, send.pbx(), send.leg(), legGone);
      case Effect.GiveBack back -> closedIfGone(d, back.pbx(), back.leg(), legGone);
      case Effect.DropBridge drop -> {}
    }
  }

  private static void ringFailed(Decision d, Effect.Ring ring, boolean callerGone) {
    @Nullable Agent agent = d.state.agentByLeg(ring.pbx(), ring.leg());
    Offer offer = agent == null ? null : d.state.offer(agent.offer());
    if (offer != null && offer.leg().equals(ring.leg())) {
      Contact contact = d.state.contact(offer.contact());
      if (callerGone) {
        Offers.released(d, d.state.agent(offer.agent()), true);
        Calls.callerGone(d, contact, ContactEvent.Outcome.ABANDONED);
      } else {
        Offers.fail(d, offer, OfferEvent.Why.UNREACHABLE, true);
        Placement.resume(d, contact);
      }
    } else if (agent != null) {
      Offers.released(d, agent, true);
    }
  }

  /** A caller who was to hear why the call ends must not be left waiting for ever. */
  private static void notAnnounced(Decision d, Effect.Announce announce, boolean legGone) {
    closedIfGone(d, announce.pbx(), announce.leg(), legGone);
    if (!legGone && announce.after() == Effect.Announce.After.HANG_UP) {
      d.request(new Effect.HangUp(d.newEffectId(), announce.pbx(), announce.leg()));
    }
  }

  private static void closedIfGone(
      Decision d, org.turno.acd.plan.PbxId pbx, org.turno.acd.plan.LegId leg, boolean gone) {
    if (gone && d.state.link(pbx).closing.containsKey(leg)) {
      d.emit(new PbxEvent.LegClosed(pbx, leg));
    }
  }
}
