package org.turno.pbx.asterisk.ami;

import java.util.Locale;
import org.turno.acd.plan.PhoneState;

/** Asterisk's device states, in both of its spellings ("NOT_INUSE", "Not in use"). */
final class DeviceStates {
  private DeviceStates() {}

  static PhoneState phoneState(String deviceState) {
    return switch (deviceState.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "")) {
      case "NOTINUSE" -> PhoneState.FREE;
      case "INUSE", "BUSY", "RINGING", "RINGINUSE", "RINGINGINUSE", "ONHOLD" -> PhoneState.BUSY;
      case "UNAVAILABLE", "INVALID" -> PhoneState.UNREACHABLE;
      default -> PhoneState.UNKNOWN;
    };
  }
}
