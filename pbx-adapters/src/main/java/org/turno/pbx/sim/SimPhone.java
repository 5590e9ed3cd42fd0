package org.turno.pbx.sim;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;

/** One telephone: registered or not, and what occupies it. */
final class SimPhone {
  final PhoneId id;
  final Party party;
  boolean registered = true;

  /** In a call that has nothing to do with Turno. */
  boolean privatelyBusy;

  @Nullable LegId leg;

  SimPhone(PhoneId id, Party party) {
    this.id = id;
    this.party = party;
  }

  PhoneState state() {
    if (!registered) {
      return PhoneState.UNREACHABLE;
    }
    return privatelyBusy || leg != null ? PhoneState.BUSY : PhoneState.FREE;
  }
}
