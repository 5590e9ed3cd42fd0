package org.turno.pbx.freeswitch;

import org.turno.acd.input.HangupReason;

/** FreeSWITCH's names of causes, in the terms of the core. */
final class HangupCauses {
  private HangupCauses() {}

  /** Why a leg ended. */
  static HangupReason reason(Leg leg, String cause) {
    if (leg.isAgentLeg() && !leg.answered) {
      return unanswered(leg, cause);
    }
    return switch (cause) {
      case "", "NONE", "NORMAL_CLEARING", "NORMAL_UNSPECIFIED", "ORIGINATOR_CANCEL" ->
          HangupReason.NORMAL;
      case "NORMAL_CIRCUIT_CONGESTION",
          "NETWORK_OUT_OF_ORDER",
          "NORMAL_TEMPORARY_FAILURE",
          "SWITCH_CONGESTION",
          "REQUESTED_CHAN_UNAVAIL" ->
          HangupReason.CONGESTION;
      default -> HangupReason.OTHER;
    };
  }

  private static HangupReason unanswered(Leg leg, String cause) {
    return switch (cause) {
      // A phone that rang first was not engaged: its user pressed "decline".
      case "USER_BUSY" -> leg.rang ? HangupReason.REJECTED : HangupReason.BUSY;
      case "CALL_REJECTED" -> HangupReason.REJECTED;
      // Also of a phone that is registered but dead, and of one that answers 480 at once.
      case "NO_ANSWER",
          "NO_USER_RESPONSE",
          "ALLOTTED_TIMEOUT",
          "PROGRESS_TIMEOUT",
          "RECOVERY_ON_TIMER_EXPIRE" ->
          leg.rang ? HangupReason.NO_ANSWER : HangupReason.UNREACHABLE;
      case "UNALLOCATED_NUMBER",
          "NO_ROUTE_DESTINATION",
          "SUBSCRIBER_ABSENT",
          "USER_NOT_REGISTERED",
          "DESTINATION_OUT_OF_ORDER",
          "GATEWAY_DOWN",
          "INVALID_GATEWAY" ->
          HangupReason.UNREACHABLE;
      case "NORMAL_CIRCUIT_CONGESTION",
          "NETWORK_OUT_OF_ORDER",
          "NORMAL_TEMPORARY_FAILURE",
          "SWITCH_CONGESTION",
          "REQUESTED_CHAN_UNAVAIL" ->
          HangupReason.CONGESTION;
      case "NORMAL_CLEARING", "NORMAL_UNSPECIFIED", "ORIGINATOR_CANCEL", "LOSE_RACE" ->
          HangupReason.CANCELLED;
      default -> HangupReason.OTHER;
    };
  }
}
