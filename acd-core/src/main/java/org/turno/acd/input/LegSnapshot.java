package org.turno.acd.input;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;

/**
 * One leg in a PBX's inventory. Legs that have nothing to do with Turno are left out.
 *
 * @param leg its id
 * @param line the line the caller dialled; null for a leg that Turno itself made
 * @param wishes what the dialplan said of the call beyond its line
 * @param state how far it is
 * @param createdMs when the PBX made it, epoch milliseconds by the PBX's clock; orders callers who
 *     arrived while Turno was away
 */
public record LegSnapshot(
    LegId leg, @Nullable LineId line, CallWishes wishes, State state, long createdMs) {
  /** Nothing said beyond the line. */
  public LegSnapshot(LegId leg, @Nullable LineId line, State state, long createdMs) {
    this(leg, line, CallWishes.NONE, state, createdMs);
  }

  /** How far a leg is. */
  public enum State {
    /** Created or ringing. */
    RINGING,
    /** Answered and under Turno's control. */
    UP,
    /** It exists but the dialplan has it: Turno no longer controls it. */
    ELSEWHERE
  }
}
