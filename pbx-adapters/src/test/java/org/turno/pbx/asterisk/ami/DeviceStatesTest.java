package org.turno.pbx.asterisk.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.turno.acd.plan.PhoneState;

/** What Asterisk says of a device, in the core's terms. */
final class DeviceStatesTest {
  @Test
  void aPhoneIsFreeInBothSpellings() {
    assertEquals(PhoneState.FREE, DeviceStates.phoneState("NOT_INUSE"));
    assertEquals(PhoneState.FREE, DeviceStates.phoneState("Not in use"));
  }

  @Test
  void aPhoneThatRingsTalksOrHoldsIsBusy() {
    for (String state :
        List.of("INUSE", "In use", "BUSY", "RINGING", "RINGINUSE", "Ringing+Inuse", "ONHOLD")) {
      assertEquals(PhoneState.BUSY, DeviceStates.phoneState(state), state);
    }
  }

  @Test
  void aPhoneThatIsNotRegisteredIsUnreachable() {
    assertEquals(PhoneState.UNREACHABLE, DeviceStates.phoneState("UNAVAILABLE"));
    assertEquals(PhoneState.UNREACHABLE, DeviceStates.phoneState("Unavailable"));
    assertEquals(PhoneState.UNREACHABLE, DeviceStates.phoneState("INVALID"));
  }

  @Test
  void whatAsteriskDoesNotKnowStaysUnknown() {
    assertEquals(PhoneState.UNKNOWN, DeviceStates.phoneState("UNKNOWN"));
    assertEquals(PhoneState.UNKNOWN, DeviceStates.phoneState("something new"));
  }
}
