package org.turno.pbx.sim;

import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.LineId;

/** What the PBX and its dialplan know of the next caller of a line. Scheduler's thread only. */
public interface CallerBook {
  /** Who calls, as the network says. */
  CallerIdentity identity(LineId line);

  /** What the dialplan says of the call beyond its line. */
  default CallWishes wishes(LineId line) {
    return CallWishes.NONE;
  }
}
