package org.turno.pbx.asterisk;

import org.turno.acd.input.HangupReason;

/** Q.850 causes as Asterisk gives them, in the terms of the core. */
final class HangupCauses {
  private HangupCauses() {}

  /**
   * Why a leg ended.
   *
   * @param cause of the event, 0 when Asterisk knows none
   */
  static HangupReason reason(Leg leg, int cause) {
    if (leg.isAgentLeg() && !leg.answered) {
      return unanswered(leg, cause);
    }
    return switch (cause) {
      case 0, 16, 32 -> HangupReason.NORMAL;
      case 34, 38, 41, 42, 44 -> HangupReason.CONGESTION;
      default -> HangupReason.OTHER;
    };
  }

  private static HangupReason unanswered(Leg leg, int cause) {
    return switch (cause) {
      // A phone that rang first was not engaged: its user pressed "decline".
      case 17 -> leg.rang ? HangupReason.REJECTED : HangupReason.BUSY;
      case 21 -> HangupReason.REJECTED;
      // Asterisk says "no answer" also of a phone that is registered but dead, and of one that
      // answers 480 at once.
      case 18, 19 -> leg.rang ? HangupReason.NO_ANSWER : HangupReason.UNREACHABLE;
      case 1, 3, 20, 27 -> HangupReason.UNREACHABLE;
      case 34, 38, 41, 42, 44 -> HangupReason.CONGESTION;
      case 16, 26, 32 -> HangupReason.CANCELLED;
      default -> HangupReason.OTHER;
    };
  }
}
