package org.turno.pbx.sim;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;

/** One telephone: registered or not, there or not, and what occupies it. */
final class SimPhone {
  final PhoneId id;
  final Party party;
  boolean registered = true;

  /** False while nothing answers at the address under which it is still registered. */
  boolean plugged = true;

  /** False while the PBX itself has not heard of the phone since it started. */
  boolean heardOf = true;

  /** In a call that has nothing to do with Turno. */
  boolean privatelyBusy;

  @Nullable LegId leg;

  SimPhone(PhoneId id, Party party) {
    this.id = id;
    this.party = party;
  }

  PhoneState state() {
    if (!registered) {
      return heardOf ? PhoneState.UNREACHABLE : PhoneState.UNKNOWN;
    }
    return privatelyBusy || leg != null ? PhoneState.BUSY : PhoneState.FREE;
  }
}
