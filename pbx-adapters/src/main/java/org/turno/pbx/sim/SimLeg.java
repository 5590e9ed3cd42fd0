package org.turno.pbx.sim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.input.LegSnapshot;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PhoneId;

/** One channel of the simulated PBX. */
final class SimLeg {
  final LegId id;
  final Party party;
  final long createdMs;
  final @Nullable LineId line;
  final CallWishes wishes;
  final @Nullable PhoneId phone;
  final @Nullable CallerIdentity caller;
  LegSnapshot.State state = LegSnapshot.State.RINGING;
  @Nullable EffectId bridge;

  /** The keys that mean something while it waits. */
  List<Key> keys = List.of();

  /** What is being played to it; null for nothing but music. */
  @Nullable EffectId announcement;

  /** The agent's leg whose conversation a supervisor hears from outside; null for none. */
  @Nullable LegId hears;

  /** Whether that agent hears the supervisor, too. */
  boolean whispers;

  /** True from the moment when the PBX handed the leg to Turno. */
  boolean turnos;

  /** Counts how often the dead man's switch was set; an older setting no longer fires. */
  long armed;

  private SimLeg(
      LegId id,
      Party party,
      long createdMs,
      @Nullable LineId line,
      CallWishes wishes,
      @Nullable PhoneId phone,
      @Nullable CallerIdentity caller) {
    this.id = id;
    this.party = party;
    this.createdMs = createdMs;
    this.line = line;
    this.wishes = wishes;
    this.phone = phone;
    this.caller = caller;
  }

  static SimLeg ofCaller(
      LegId id,
      Party party,
      long createdMs,
      LineId line,
      CallWishes wishes,
      CallerIdentity caller) {
    return new SimLeg(id, party, createdMs, line, wishes, null, caller);
  }

  static SimLeg ofAgent(LegId id, Party party, long createdMs, PhoneId phone) {
    SimLeg leg = new SimLeg(id, party, createdMs, null, CallWishes.NONE, phone, null);
    leg.turnos = true;
    return leg;
  }

  static SimLeg calledBack(LegId id, Party party, long createdMs) {
    SimLeg leg = new SimLeg(id, party, createdMs, null, CallWishes.NONE, null, null);
    leg.turnos = true;
    return leg;
  }

  /** Whether Turno made it: the PBX calls somebody, who may answer. */
  boolean isMade() {
    return caller == null;
  }

  boolean underControl() {
    return turnos && state != LegSnapshot.State.ELSEWHERE;
  }

  LegSnapshot snapshot() {
    return new LegSnapshot(id, line, wishes, state, createdMs);
  }
}
