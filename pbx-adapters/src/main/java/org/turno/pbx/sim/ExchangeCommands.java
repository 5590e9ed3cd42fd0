package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport.Failure;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.LegSnapshot;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.SealedNumber;

/** What the simulated PBX does when it is told to. Scheduler's thread only. */
final class ExchangeCommands {
  /** An agent's leg outlives its ringing time by this much when nobody attends to it. */
  private static final long AGENT_LEG_MARGIN_MS = 30_000;

  /** How long the PBX calls an address at which nothing answers. */
  private static final long SILENCE_MIN_MS = 500;

  private static final long SILENCE_MAX_MS = 8_000;

  private static final List<HangupReason> UNANSWERED =
      List.of(HangupReason.UNREACHABLE, HangupReason.CONGESTION, HangupReason.OTHER);

  /** A phone that answers by itself takes so long. */
  private static final long AUTO_ANSWER_MS = 300;

  /** How long each prompt of an announcement takes. */
  private static final long PROMPT_MS = 1_500;

  private final SimulatedExchange exchange;

  /** Who asked to be called back: the number stands for the person. */
  private final List<Party> people = new ArrayList<>();

  ExchangeCommands(SimulatedExchange exchange) {
    this.exchange = exchange;
  }

  /** Does it, or says why not. */
  void run(Effect effect) throws CommandRefused {
    switch (effect) {
      case Effect.Park park -> park(park);
      case Effect.Announce announce -> announce(announce);
      case Effect.Ring ring -> ring(ring);
      case Effect.OpenLine open -> openLine(open);
      case Effect.AskNumber ask -> tellNumber(ask);
      case Effect.CallBack call -> callBack(call);
      case Effect.Bridge bridge -> bridge(bridge);
      case Effect.Listen listen -> listen(listen);
      case Effect.HangUp hangUp -> hangUp(hangUp);
      case Effect.DropBridge drop -> dropBridge(drop.bridge());
      case Effect.SendToDialplan send -> sendOn(send.leg(), send.extension());
      case Effect.GiveBack give -> sendOn(give.leg(), SimulatedExchange.FALLBACK);
    }
  }

  private void sendOn(LegId legId, String extension) throws CommandRefused {
    SimLeg leg = controlled(legId);
    exchange.leaveBridge(leg);
    exchange.sendOn(leg, extension);
  }

  /** Re-arms the dead man's switch of a leg that still waits. */
  void rearm(LegId legId) {
    SimLeg leg = exchange.leg(legId);
    if (leg != null && leg.underControl() && leg.bridge == null) {
      exchange.arm(leg, exchange.times().deadManMs());
    }
  }

  private void park(Effect.Park park) throws CommandRefused {
    SimLeg leg = controlled(park.leg());
    leg.state = LegSnapshot.State.UP;
    leg.keys = park.keys();
    exchange.arm(leg, exchange.times().deadManMs());
  }

  private void announce(Effect.Announce announce) throws CommandRefused {
    SimLeg leg = controlled(announce.leg());
    if (leg.bridge != null || leg.state != LegSnapshot.State.UP) {
      throw new CommandRefused(Failure.REFUSED, "leg " + leg.id + " does not wait");
    }
    leg.announcement = announce.id();
    leg.party.hears(leg.id, announce.prompts(), announce.language());
    exchange
        .scheduler()
        .schedule(announce.prompts().size() * PROMPT_MS, () -> announced(leg, announce));
  }

  /** As on Asterisk, it is the program at the other end of the link that ends the call. */
  private void announced(SimLeg leg, Effect.Announce announce) {
    if (exchange.leg(leg.id) != leg || !announce.id().equals(leg.announcement)) {
      return;
    }
    leg.announcement = null;
    if (announce.after() == Effect.Announce.After.HANG_UP && exchange.linked()) {
      exchange.end(leg.id, HangupReason.NORMAL);
    }
  }

  private void ring(Effect.Ring ring) throws CommandRefused {
    if (exchange.leg(ring.leg()) != null) {
      throw new CommandRefused(Failure.ALREADY_DONE, "leg " + ring.leg() + " exists");
    }
    SimLeg caller = controlled(ring.caller());
    SimLeg leg = dial(ring.leg(), ring.phone());
    if (leg == null) {
      return;
    }
    String display = display(ring, caller);
    LineId line = ring.line();
    exchange
        .scheduler()
        .schedule(ringDelayMs(), () -> ringing(leg, () -> leg.party.rings(leg.id, line, display)));
    if (ring.autoAnswer()) {
      exchange.scheduler().schedule(AUTO_ANSWER_MS, () -> exchange.answer(leg.id));
    }
    exchange.scheduler().schedule(ring.ringTimeoutMs(), () -> ringsOut(leg));
    exchange.arm(leg, ring.ringTimeoutMs() + AGENT_LEG_MARGIN_MS);
  }

  /** Nothing ends the leg once it is answered. */
  private void openLine(Effect.OpenLine open) throws CommandRefused {
    if (exchange.leg(open.leg()) != null) {
      throw new CommandRefused(Failure.ALREADY_DONE, "leg " + open.leg() + " exists");
    }
    SimLeg leg = dial(open.leg(), open.phone());
    if (leg != null) {
      exchange
          .scheduler()
          .schedule(ringDelayMs(), () -> ringing(leg, () -> leg.party.opensLine(leg.id)));
      exchange.scheduler().schedule(open.ringTimeoutMs(), () -> ringsOut(leg));
    }
  }

  private void tellNumber(Effect.AskNumber ask) throws CommandRefused {
    SimLeg leg = controlled(ask.leg());
    if (leg.caller == null || leg.caller.withheld()) {
      throw new CommandRefused(Failure.REFUSED, "leg " + leg.id + " presents no number");
    }
    exchange.tell(new PbxInput.NumberTold(exchange.id(), leg.id, numberOf(leg.party)));
  }

  SealedNumber numberOf(Party person) {
    if (!people.contains(person)) {
      people.add(person);
    }
    return new SealedNumber("person" + people.indexOf(person));
  }

  private void callBack(Effect.CallBack call) throws CommandRefused {
    if (exchange.leg(call.leg()) != null) {
      throw new CommandRefused(Failure.ALREADY_DONE, "leg " + call.leg() + " exists");
    }
    int person = Integer.parseInt(call.number().value().substring("person".length()));
    SimLeg leg = SimLeg.calledBack(call.leg(), people.get(person), exchange.scheduler().nowMs());
    exchange.add(leg);
    exchange
        .scheduler()
        .schedule(ringDelayMs(), () -> ringing(leg, () -> leg.party.calledBack(leg.id)));
    exchange.scheduler().schedule(call.ringTimeoutMs(), () -> ringsOut(leg));
    exchange.arm(leg, call.ringTimeoutMs() + AGENT_LEG_MARGIN_MS);
  }

  /** A leg to a phone; null where the call is on its way and will fail. */
  private @Nullable SimLeg dial(LegId legId, PhoneId phoneId) throws CommandRefused {
    SimPhone phone = exchange.findPhone(phoneId);
    if (phone == null || !phone.registered) {
      throw new CommandRefused(Failure.PHONE_UNREACHABLE, "no registration: " + phoneId);
    }
    SimLeg leg = SimLeg.ofAgent(legId, phone.party, exchange.scheduler().nowMs(), phoneId);
    exchange.add(leg);
    if (phone.privatelyBusy || phone.leg != null) {
      exchange.scheduler().schedule(ringDelayMs(), () -> engaged(leg, phone));
      return null;
    }
    exchange.change(phone, () -> phone.leg = leg.id);
    if (!phone.plugged) {
      exchange.scheduler().schedule(silenceMs(), () -> unanswered(leg));
      return null;
    }
    return leg;
  }

  private static String display(Effect.Ring ring, SimLeg caller) {
    if (ring.display() == CallerDisplay.LINE || caller.caller == null) {
      return ring.lineName();
    }
    return ring.lineName() + " " + caller.caller.presented();
  }

  private long ringDelayMs() {
    ExchangeTimes times = exchange.times();
    return exchange.random().between(times.ringMinMs(), times.ringMaxMs());
  }

  private void ringing(SimLeg leg, Runnable noticed) {
    if (exchange.leg(leg.id) == leg && leg.state == LegSnapshot.State.RINGING) {
      exchange.tell(new PbxInput.LegRinging(exchange.id(), leg.id));
      noticed.run();
    }
  }

  /** Says the phone's state once more: while the leg was there, it could have meant the leg. */
  private void engaged(SimLeg leg, SimPhone phone) {
    if (exchange.leg(leg.id) == leg) {
      exchange.end(leg.id, HangupReason.BUSY);
      exchange.tell(new PbxInput.PhoneChanged(exchange.id(), phone.id, phone.state()));
    }
  }

  private long silenceMs() {
    return exchange.random().between(SILENCE_MIN_MS, SILENCE_MAX_MS);
  }

  /** Nothing answers at the phone's address, which PBXs report in many ways. */
  private void unanswered(SimLeg leg) {
    if (exchange.leg(leg.id) == leg) {
      exchange.end(leg.id, UNANSWERED.get((int) exchange.random().between(0, 2)));
    }
  }

  private void ringsOut(SimLeg leg) {
    if (exchange.leg(leg.id) == leg && leg.state == LegSnapshot.State.RINGING) {
      exchange.end(leg.id, HangupReason.NO_ANSWER);
    }
  }

  private void bridge(Effect.Bridge bridge) throws CommandRefused {
    if (exchange.bridges().containsKey(bridge.id())) {
      throw new CommandRefused(Failure.ALREADY_DONE, "conversation " + bridge.id() + " exists");
    }
    SimLeg caller = controlled(bridge.caller());
    SimLeg agent = controlled(bridge.agent());
    if (agent.state != LegSnapshot.State.UP) {
      throw new CommandRefused(Failure.REFUSED, "leg " + agent.id + " is not answered");
    }
    exchange.leaveBridge(caller);
    exchange.leaveBridge(agent);
    exchange.arm(caller, 0);
    exchange.arm(agent, 0);
    caller.state = LegSnapshot.State.UP;
    exchange.bridges().put(bridge.id(), new ArrayList<>(List.of(caller.id, agent.id)));
    caller.announcement = null;
    caller.bridge = bridge.id();
    agent.bridge = bridge.id();
    caller.party.talking(caller.id);
    agent.party.talking(agent.id);
  }

  /** Who does not barge in is in a conversation alone, and hears another. */
  private void listen(Effect.Listen listen) throws CommandRefused {
    SimLeg supervisor = controlled(listen.supervisor());
    SimLeg agent = controlled(listen.agent());
    if (supervisor.state != LegSnapshot.State.UP
        || !exchange.bridges().containsKey(listen.conversation())
        || agent.bridge == null) {
      throw new CommandRefused(Failure.REFUSED, "nobody is there to hear " + agent.id);
    }
    exchange.leaveBridge(supervisor);
    boolean barges = listen.mode() == ListenMode.BARGE;
    EffectId bridge = barges ? listen.conversation() : listen.id();
    supervisor.hears = barges ? null : agent.id;
    supervisor.whispers = listen.mode() == ListenMode.WHISPER;
    supervisor.bridge = bridge;
    exchange.bridges().computeIfAbsent(bridge, made -> new ArrayList<>()).add(supervisor.id);
    supervisor.party.talking(supervisor.id);
  }

  private void hangUp(Effect.HangUp hangUp) {
    SimLeg leg = exchange.leg(hangUp.leg());
    if (leg != null) {
      boolean ringing = leg.isMade() && leg.state == LegSnapshot.State.RINGING;
      exchange.end(leg.id, ringing ? HangupReason.CANCELLED : HangupReason.NORMAL);
    }
  }

  private void dropBridge(EffectId id) {
    List<LegId> inIt = exchange.bridges().remove(id);
    if (inIt == null) {
      return;
    }
    for (LegId legId : List.copyOf(inIt)) {
      SimLeg leg = exchange.leg(legId);
      if (leg != null) {
        leg.bridge = null;
        leg.party.alone(legId);
      }
    }
  }

  private SimLeg controlled(LegId legId) throws CommandRefused {
    SimLeg leg = exchange.leg(legId);
    if (leg == null) {
      throw new CommandRefused(Failure.LEG_GONE, "no leg " + legId);
    }
    if (!leg.underControl()) {
      throw new CommandRefused(Failure.REFUSED, "leg " + legId + " is in the dialplan");
    }
    return leg;
  }
}
