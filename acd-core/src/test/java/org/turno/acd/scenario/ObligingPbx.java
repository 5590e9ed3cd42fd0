package org.turno.acd.scenario;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.EffectDispatcher;
import org.turno.acd.input.BridgeSnapshot;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.Input;
import org.turno.acd.input.LegSnapshot;
import org.turno.acd.input.LegSnapshot.State;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.PhoneSnapshot;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.Prompt;

/** A PBX that does at once what it is told, and reports it; phones ring unless said otherwise. */
final class ObligingPbx implements EffectDispatcher {
  /** What a phone does with a call. */
  enum Manner {
    RINGS,
    ENGAGED,
    UNREGISTERED
  }

  private final Deque<Input> reports = new ArrayDeque<>();
  private final Map<PhoneId, Manner> manners = new TreeMap<>();
  private final Map<LegId, LineId> callers = new TreeMap<>();
  private final Map<EffectId, List<LegId>> conversations = new TreeMap<>();
  private final Map<LegId, PhoneId> ringing = new TreeMap<>();
  private final Map<LegId, PhoneId> answered = new TreeMap<>();
  final Map<PhoneId, Integer> rung = new TreeMap<>();
  final Map<LegId, String> sentOn = new TreeMap<>();
  final Map<LegId, List<Prompt>> heard = new TreeMap<>();
  private boolean deaf;
  private boolean mute;
  private boolean heldBack;

  void manner(PhoneId phone, Manner manner) {
    manners.put(phone, manner);
  }

  void caller(LegId leg, LineId line) {
    callers.put(leg, line);
  }

  /** While it is deaf it does nothing of what it is told, and nobody hears of it. */
  void deaf(boolean now) {
    deaf = now;
  }

  /** While it is mute it does what it is told, and nobody hears of it. */
  void mute(boolean now) {
    mute = now;
  }

  /** What it holds; phones in the state that their manner gives. */
  PbxInput.Inventory inventory() {
    List<LegSnapshot> legs = new ArrayList<>();
    callers.forEach((leg, line) -> legs.add(new LegSnapshot(leg, line, State.UP, 0)));
    ringing.keySet().forEach(leg -> legs.add(new LegSnapshot(leg, null, State.RINGING, 0)));
    answered.keySet().forEach(leg -> legs.add(new LegSnapshot(leg, null, State.UP, 0)));
    List<BridgeSnapshot> bridges = new ArrayList<>();
    conversations.forEach((id, inIt) -> bridges.add(new BridgeSnapshot(id, inIt)));
    List<PhoneSnapshot> phones = new ArrayList<>();
    manners.forEach((phone, manner) -> phones.add(new PhoneSnapshot(phone, state(manner))));
    return new PbxInput.Inventory(Scenario.PBX, "obliging", legs, bridges, phones);
  }

  private static PhoneState state(Manner manner) {
    return switch (manner) {
      case RINGS -> PhoneState.FREE;
      case ENGAGED -> PhoneState.BUSY;
      case UNREGISTERED -> PhoneState.UNREACHABLE;
    };
  }

  /** Whether the leg exists. */
  boolean holds(LegId leg) {
    return callers.containsKey(leg) || ringing.containsKey(leg) || answered.containsKey(leg);
  }

  /** The leg that rings a phone. */
  LegId ringingAt(PhoneId phone) {
    return legAt(ringing, phone, "does not ring");
  }

  /** The leg that a phone has answered. */
  LegId talkingAt(PhoneId phone) {
    return legAt(answered, phone, "is not off the hook");
  }

  boolean rings(PhoneId phone) {
    return ringing.containsValue(phone);
  }

  private static LegId legAt(Map<LegId, PhoneId> legs, PhoneId phone, String otherwise) {
    return legs.entrySet().stream()
        .filter(leg -> leg.getValue().equals(phone))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new AssertionError(phone + " " + otherwise));
  }

  void answer(LegId leg) {
    PhoneId phone = ringing.remove(leg);
    if (phone != null) {
      answered.put(leg, phone);
      tell(new PbxInput.LegAnswered(Scenario.PBX, leg));
    }
  }

  void end(LegId leg, HangupReason reason) {
    if (holds(leg)) {
      callers.remove(leg);
      ringing.remove(leg);
      answered.remove(leg);
      conversations.values().forEach(inIt -> inIt.remove(leg));
      tell(new PbxInput.LegEnded(Scenario.PBX, leg, reason));
    }
  }

  private void tell(Input report) {
    if (!mute) {
      reports.add(report);
    }
  }

  /** While it holds its reports back it does what it is told and says so later. */
  void holdBack(boolean now) {
    heldBack = now;
  }

  boolean hasNews() {
    return !heldBack && !reports.isEmpty();
  }

  Input news() {
    return reports.remove();
  }

  @Override
  public void dispatch(Effect effect) {
    if (!deaf) {
      obey(effect);
    }
  }

  private void obey(Effect effect) {
    switch (effect) {
      case Effect.Park park -> doneIf(callers.containsKey(park.leg()), park);
      case Effect.Announce announce -> announce(announce);
      case Effect.Ring ring -> ring(ring);
      case Effect.OpenLine open -> openLine(open);
      case Effect.AskNumber ask -> {}
      case Effect.CallBack call -> {}
      case Effect.Listen listen -> doneIf(holds(listen.supervisor()), listen);
      case Effect.Bridge bridge -> {
        boolean possible = holds(bridge.caller()) && holds(bridge.agent());
        if (possible) {
          conversations.put(bridge.id(), new ArrayList<>(List.of(bridge.caller(), bridge.agent())));
        }
        doneIf(possible, bridge);
      }
      case Effect.HangUp hangUp -> {
        done(hangUp);
        boolean rang = ringing.containsKey(hangUp.leg());
        end(hangUp.leg(), rang ? HangupReason.CANCELLED : HangupReason.NORMAL);
      }
      case Effect.DropBridge drop -> {
        conversations.remove(drop.bridge());
        done(drop);
      }
      case Effect.SendToDialplan send -> {
        done(send);
        sendOn(send.leg(), send.extension());
      }
      case Effect.GiveBack back -> {
        done(back);
        sendOn(back.leg(), "the next step");
      }
    }
  }

  /** Each announcement is over as soon as it has begun. */
  private void announce(Effect.Announce announce) {
    boolean possible = holds(announce.leg());
    doneIf(possible, announce);
    if (possible) {
      heard.computeIfAbsent(announce.leg(), leg -> new ArrayList<>()).addAll(announce.prompts());
      if (announce.after() == Effect.Announce.After.HANG_UP) {
        end(announce.leg(), HangupReason.NORMAL);
      }
    }
  }

  private void sendOn(LegId leg, String where) {
    if (callers.remove(leg) != null) {
      sentOn.put(leg, where);
      tell(new PbxInput.LegLeft(Scenario.PBX, leg));
    }
  }

  private void ring(Effect.Ring ring) {
    if (!callers.containsKey(ring.caller())) {
      doneIf(false, ring);
      return;
    }
    switch (manners.getOrDefault(ring.phone(), Manner.RINGS)) {
      case RINGS -> {
        ringing.put(ring.leg(), ring.phone());
        rung.merge(ring.phone(), 1, Integer::sum);
        done(ring);
        tell(new PbxInput.LegRinging(Scenario.PBX, ring.leg()));
      }
      case ENGAGED -> {
        done(ring);
        tell(new PbxInput.LegEnded(Scenario.PBX, ring.leg(), HangupReason.BUSY));
      }
      case UNREGISTERED -> failed(ring, EffectReport.Failure.PHONE_UNREACHABLE);
    }
  }

  private void openLine(Effect.OpenLine open) {
    switch (manners.getOrDefault(open.phone(), Manner.RINGS)) {
      case RINGS -> {
        ringing.put(open.leg(), open.phone());
        rung.merge(open.phone(), 1, Integer::sum);
        done(open);
        tell(new PbxInput.LegRinging(Scenario.PBX, open.leg()));
      }
      case ENGAGED -> {
        done(open);
        tell(new PbxInput.LegEnded(Scenario.PBX, open.leg(), HangupReason.BUSY));
      }
      case UNREGISTERED -> failed(open, EffectReport.Failure.PHONE_UNREACHABLE);
    }
  }

  private void doneIf(boolean legThere, Effect effect) {
    if (legThere) {
      done(effect);
    } else {
      failed(effect, EffectReport.Failure.LEG_GONE);
    }
  }

  private void done(Effect effect) {
    tell(new EffectReport.Done(Scenario.PBX, effect.id()));
  }

  private void failed(Effect effect, EffectReport.Failure why) {
    tell(new EffectReport.Failed(Scenario.PBX, effect.id(), why, "told by the test"));
  }
}
