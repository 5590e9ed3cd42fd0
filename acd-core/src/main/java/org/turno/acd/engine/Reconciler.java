package org.turno.acd.engine;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.PbxEvent.Divergence;
import org.turno.acd.event.TimerId;
import org.turno.acd.input.BridgeSnapshot;
import org.turno.acd.input.LegSnapshot;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.PhoneSnapshot;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PbxId;

/**
 * Works through a PBX's inventory: what the PBX holds is true, and Turno's belief gives way. Every
 * difference is an event. An effect that is not reported on yet may still be on its way and is
 * waited for; what was reported lost with the link and is still wanted is asked for again.
 */
final class Reconciler {
  private final Decision d;
  private final PbxInput.Inventory inventory;
  private final PbxId pbx;
  private final Map<LegId, LegSnapshot> legs = new LinkedHashMap<>();
  private final Set<LegId> inForeignTalk = new TreeSet<>();
  private final Set<EffectId> asked = new TreeSet<>();
  private final Set<LegId> parking = new TreeSet<>();
  private boolean wasConnected;

  Reconciler(Decision d, PbxInput.Inventory inventory) {
    this.d = d;
    this.inventory = inventory;
    this.pbx = inventory.pbx();
    inventory.legs().forEach(leg -> legs.put(leg.leg(), leg));
  }

  void run() {
    wasConnected = d.state.link(pbx).connected;
    long awaySinceMs = wasConnected ? d.timeMs : d.state.link(pbx).downSinceMs;
    for (Effect effect : d.state.outstanding()) {
      asked.add(effect.id());
      if (effect instanceof Effect.Park park && park.pbx().equals(pbx)) {
        parking.add(park.leg());
      }
    }
    d.emit(new PbxEvent.Connected(pbx, inventory.version()));
    agentLegs();
    for (Contact contact : List.copyOf(d.state.contacts())) {
      if (contact.pbx().equals(pbx)) {
        contact(contact);
      }
    }
    ListenersFound.in(d, inventory, legs, asked);
    closingLegs();
    strayBridges();
    unknownLegs(awaySinceMs);
    phones();
    settleProven();
    OpenLines.reconnected(d, pbx);
  }

  private boolean isUp(LegId leg) {
    LegSnapshot held = legs.get(leg);
    return held != null && held.state() == LegSnapshot.State.UP;
  }

  /** Before anything is made of them: legs that are gone, and those to be taken down again. */
  private void agentLegs() {
    for (Agent agent : List.copyOf(d.state.agents())) {
      LegId leg = agent.leg();
      if (leg != null && pbx.equals(agent.legPbx())) {
        if (legs.containsKey(leg)) {
          if (agent.isReleasing()) {
            Offers.takeDown(d, agent, pbx);
          } else if (agent.line().isOpening() && isUp(leg)) {
            differs(Divergence.ANSWERED_AWAY, agent.id().value());
            OpenLines.answered(d, agent);
          }
        } else if (!askedFor(leg)) {
          d.cancelTimer(TimerId.Kind.LINE, agent.id().value());
          Offers.released(d, agent, true);
        }
      }
    }
  }

  /**
   * What an inventory proves done, or what was about something that is gone, needs no report any
   * more.
   */
  private void settleProven() {
    for (Effect effect : List.copyOf(d.state.outstanding())) {
      if (effect.pbx().equals(pbx) && asked.contains(effect.id()) && proven(effect)) {
        d.emit(new PbxEvent.EffectSettled(pbx, effect.id(), PbxEvent.Settlement.DONE));
        if (effect instanceof Effect.AskNumber ask) {
          Callbacks.unheard(d, ask);
        }
      }
    }
  }

  private boolean proven(Effect effect) {
    return switch (effect) {
      case Effect.Park e -> parked(e.leg());
      case Effect.Announce e -> true; // one that nobody heard of is not said twice
      case Effect.Ring e -> legs.containsKey(e.leg()) || d.state.agentByLeg(pbx, e.leg()) == null;
      case Effect.AskNumber e -> true; // asked anew while it matters
      case Effect.CallBack e -> legs.containsKey(e.leg()) || !calls(e);
      case Effect.OpenLine e ->
          legs.containsKey(e.leg()) || d.state.agentByLeg(pbx, e.leg()) == null;
      case Effect.Bridge e -> holds(e.id()) || !wanted(e);
      case Effect.Listen e -> !Listenings.isAwaited(d.state, e);
      case Effect.DropBridge e -> !holds(e.bridge());
      case Effect.HangUp e -> !legs.containsKey(e.leg());
      case Effect.SendToDialplan e -> outOfHand(e.leg());
      case Effect.GiveBack e -> outOfHand(e.leg());
    };
  }

  private boolean calls(Effect.CallBack call) {
    Contact contact = d.state.contactByLeg(pbx, call.leg());
    return contact != null && Callbacks.calling(contact);
  }

  private boolean parked(LegId leg) {
    LegSnapshot held = legs.get(leg);
    return held == null || held.state() != LegSnapshot.State.RINGING;
  }

  private boolean wanted(Effect.Bridge bridge) {
    Contact contact = d.state.contactByLeg(pbx, bridge.caller());
    return contact != null && bridge.id().equals(contact.bridge());
  }

  private boolean holds(EffectId bridge) {
    return inventory.bridges().stream().anyMatch(b -> b.id().equals(bridge));
  }

  private boolean outOfHand(LegId leg) {
    LegSnapshot held = legs.get(leg);
    return held == null || held.state() == LegSnapshot.State.ELSEWHERE;
  }

  private void phones() {
    for (PhoneSnapshot phone : inventory.phones()) {
      Agent agent = d.state.agentByPhone(phone.phone());
      if (agent != null) {
        if (PhoneWatch.saysSomething(agent, phone.state())) {
          differs(Divergence.PHONE_STATE, agent.id().value());
        }
        PhoneWatch.said(d, agent, phone.state());
      }
    }
  }

  private void contact(Contact contact) {
    if (contact.callback() != null) {
      calledBack(contact);
      return;
    }
    LegSnapshot caller = legs.get(contact.leg());
    if (caller == null) {
      differs(Divergence.CALLER_GONE, contact.id().value());
      Calls.callerGone(d, contact, ContactEvent.Outcome.LOST);
    } else if (caller.state() == LegSnapshot.State.ELSEWHERE) {
      differs(Divergence.CALLER_TAKEN, contact.id().value());
      Calls.callerGone(d, contact, ContactEvent.Outcome.TAKEN_BY_PBX);
    } else {
      switch (contact.state()) {
        case WAITING -> waitOn(contact);
        case OFFERED -> offered(contact);
        case CONNECTING, TALKING -> served(contact);
      }
    }
  }

  private void calledBack(Contact contact) {
    switch (contact.state()) {
      case WAITING -> Placement.resume(d, contact);
      case OFFERED -> offered(contact);
      case CONNECTING, TALKING -> {
        LegSnapshot caller = legs.get(contact.leg());
        Agent agent = Calls.servingAgent(d, contact);
        if (agent.leg() == null || !legs.containsKey(agent.leg())) {
          differs(Divergence.AGENT_LEG_GONE, agent.id().value());
          Calls.agentLegGone(d, agent, OfferEvent.Why.LOST);
        } else if (caller == null ? !askedFor(contact.leg()) : !isTurnos(caller)) {
          differs(Divergence.CALLER_GONE, contact.id().value());
          Callbacks.missed(d, contact, ContactEvent.Callback.Why.UNKNOWN, true);
        } else if (isUp(contact.leg())) {
          differs(Divergence.ANSWERED_AWAY, contact.id().value());
          Callbacks.answered(d, contact);
        } else {
          Callbacks.ringsOn(d, contact);
        }
      }
    }
  }

  private static boolean isTurnos(LegSnapshot leg) {
    return leg.state() != LegSnapshot.State.ELSEWHERE;
  }

  private void waitOn(Contact contact) {
    Placement.resume(d, contact);
    if (contact.waiting()) {
      park(contact);
    }
  }

  /**
   * Has a waiting caller kept again. Over a link that held, a leg that is up was parked and still
   * is: parking a full queue at every inventory would drown a busy Turno in reports.
   */
  private void park(Contact contact) {
    LegSnapshot leg = legs.get(contact.leg());
    boolean parked = wasConnected && leg != null && leg.state() == LegSnapshot.State.UP;
    if (!parked && !parking.contains(contact.leg())) {
      Placement.park(d, contact);
    }
  }

  private void offered(Contact contact) {
    for (Offer offer : Rings.offersOf(d, contact)) {
      if (!legs.containsKey(offer.leg()) && !askedFor(offer.leg())) {
        differs(Divergence.AGENT_LEG_GONE, offer.agent().value());
        Offers.fail(d, offer, OfferEvent.Why.LOST, true);
      }
    }
    for (Offer offer : Rings.offersOf(d, contact)) {
      LegSnapshot leg = legs.get(offer.leg());
      if (leg != null && leg.state() == LegSnapshot.State.UP) {
        differs(Divergence.ANSWERED_AWAY, contact.id().value());
        Calls.accept(d, offer);
        return;
      }
    }
    for (Offer offer : Rings.offersOf(d, contact)) {
      if (legs.containsKey(offer.leg())) {
        ringsOn(offer);
      }
    }
    if (contact.waiting()) {
      waitOn(contact);
    } else {
      park(contact);
    }
  }

  private void ringsOn(Offer offer) {
    Agent agent = d.state.agent(offer.agent());
    if (d.timeMs >= offer.deadlineMs()) {
      Offers.fail(d, offer, OfferEvent.Why.NO_ANSWER, false);
    } else if (agent.activity() == Agent.Activity.RESERVED) {
      d.emit(new OfferEvent.Ringing(offer.id(), agent.id()));
    }
  }

  private boolean askedFor(LegId leg) {
    return asked.contains(new EffectId(leg.value()));
  }

  private void served(Contact contact) {
    Agent agent = Calls.servingAgent(d, contact);
    LegId agentLeg = agent.leg();
    if (agentLeg == null || !legs.containsKey(agentLeg)) {
      differs(Divergence.AGENT_LEG_GONE, agent.id().value());
      Calls.agentLegGone(d, agent, OfferEvent.Why.LOST);
    } else if (bridged(contact, agentLeg)) {
      if (contact.state() == Contact.State.CONNECTING) {
        differs(Divergence.BRIDGED_AWAY, contact.id().value());
        Calls.connected(d, contact);
      }
    } else if (contact.bridge() == null || !asked.contains(contact.bridge())) {
      differs(Divergence.UNBRIDGED, contact.id().value());
      Calls.bridge(d, contact, agentLeg);
    }
  }

  private boolean bridged(Contact contact, LegId agentLeg) {
    for (BridgeSnapshot bridge : inventory.bridges()) {
      if (bridge.id().equals(contact.bridge())) {
        return bridge.legs().contains(contact.leg()) && bridge.legs().contains(agentLeg);
      }
    }
    return false;
  }

  private void closingLegs() {
    for (Map.Entry<LegId, Effect> closing : List.copyOf(d.state.link(pbx).closing.entrySet())) {
      LegSnapshot held = legs.get(closing.getKey());
      if (held == null || held.state() == LegSnapshot.State.ELSEWHERE) {
        d.emit(new PbxEvent.LegClosed(pbx, closing.getKey()));
      } else if (!asked.contains(closing.getValue().id())
          && !(wasConnected && closing.getValue() instanceof Effect.Announce)) {
        d.request(AskedAgain.of(d, closing.getValue()));
      }
    }
  }

  /** A conversation that Turno knows nothing of is left to the two who talk. */
  private void strayBridges() {
    Set<EffectId> wanted = new TreeSet<>();
    d.state.contacts().forEach(c -> add(wanted, c.bridge()));
    d.state.listenings().forEach(l -> add(wanted, l.joining()));
    for (BridgeSnapshot bridge : inventory.bridges()) {
      if (wanted.contains(bridge.id())) {
        continue;
      }
      boolean foreign = bridge.legs().size() > 1 && bridge.legs().stream().noneMatch(l -> known(l));
      if (foreign) {
        inForeignTalk.addAll(bridge.legs());
      } else if (!dropping(bridge.id())) {
        differs(Divergence.STRAY_BRIDGE, bridge.id().value());
        d.request(new Effect.DropBridge(d.newEffectId(), pbx, bridge.id()));
      }
    }
  }

  private boolean dropping(EffectId bridge) {
    return Stream.concat(d.effects().stream(), d.state.outstanding().stream())
        .anyMatch(e -> e instanceof Effect.DropBridge drop && drop.bridge().equals(bridge));
  }

  private static void add(Set<EffectId> set, @Nullable EffectId id) {
    if (id != null) {
      set.add(id);
    }
  }

  /** Callers who came while Turno was away are taken in the order in which they came. */
  private void unknownLegs(long awaySinceMs) {
    List<LegSnapshot> byAge =
        legs.values().stream()
            .sorted(
                Comparator.comparingLong(LegSnapshot::createdMs).thenComparing(LegSnapshot::leg))
            .toList();
    for (LegSnapshot leg : byAge) {
      if (known(leg.leg())
          || inForeignTalk.contains(leg.leg())
          || leg.state() == LegSnapshot.State.ELSEWHERE) {
        continue;
      }
      LineId line = leg.line();
      if (line != null) {
        differs(Divergence.CALLER_FOUND, leg.leg().value());
        long cameMs = Math.min(d.timeMs, Math.max(leg.createdMs(), awaySinceMs));
        Calls.admit(d, pbx, leg.leg(), line, leg.wishes(), cameMs);
      } else {
        differs(Divergence.STRAY_LEG, leg.leg().value());
        d.request(new Effect.HangUp(d.newEffectId(), pbx, leg.leg()));
      }
    }
  }

  private boolean known(LegId leg) {
    return Calls.known(d, pbx, leg);
  }

  private void differs(Divergence kind, String subject) {
    d.emit(new PbxEvent.Reconciled(pbx, kind, subject));
  }
}
