package org.turno.acd.input;

/** Why a leg ended, in the terms that routing uses. Adapters map their PBX's causes to these. */
public enum HangupReason {
  /** Somebody hung up (Q.850 cause 16). */
  NORMAL,
  /** The phone was engaged (17). */
  BUSY,
  /** The phone's user declined (21). */
  REJECTED,
  /** Rang out (18, 19). */
  NO_ANSWER,
  /** Not registered, no route, wrong number (1, 3, 20, 27). */
  UNREACHABLE,
  /** No circuits, congestion, PBX overload (34, 38, 41, 42). */
  CONGESTION,
  /** Turno or the PBX took the leg down before it was answered (26, 487). */
  CANCELLED,
  /** Anything else. */
  OTHER
}
