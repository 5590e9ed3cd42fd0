package org.turno.pbx.sim;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.LineId;

/** What the PBX and its dialplan know of the next caller of a line. Scheduler's thread only. */
public interface CallerBook {
  /** Who calls, as the network says. */
  CallerIdentity identity(LineId line);

  /** What the dialplan says of the call beyond its line. */
  default CallWishes wishes(LineId line) {
    return CallWishes.NONE;
  }

  /** A key that the caller presses sooner or later while waiting; null for none. */
  default @Nullable Key presses(LineId line) {
    return null;
  }
}
