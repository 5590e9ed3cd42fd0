package org.turno.load.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turno.load.lab.SipEvent.Kind;

/** What harms callers shows in what callers and phones wrote down. */
class WireCheckTest {
  private static final String ANA = "600000001";
  private static final String BEA = "600000002";

  private final List<SipEvent> callers = new ArrayList<>();
  private final List<SipEvent> phones = new ArrayList<>();

  private void caller(double second, Kind kind, String number) {
    callers.add(event(second, kind, number, "call-" + number, ""));
  }

  private void phone(double second, Kind kind, String phone, String caller) {
    String from = "\"012\" <sip:" + caller + "@127.0.0.1>;tag=1";
    phones.add(event(second, kind, phone, phone + "-" + caller, from));
  }

  private static SipEvent event(double second, Kind kind, String who, String callId, String from) {
    return new SipEvent(kind, who, callId, Math.round(second * 1e6), from);
  }

  private List<String> faults() {
    return WireCheck.of(callers, phones, Set.of(), number -> 0).faults();
  }

  private void served(String number, double dialled, String phone, double rung) {
    caller(dialled, Kind.DIALLED, number);
    phone(rung, Kind.RUNG, phone, number);
    phone(rung + 1, Kind.ANSWERED, phone, number);
    phone(rung + 3, Kind.HUNG_UP, phone, number);
    caller(rung + 3, Kind.ENDED, number);
  }

  @Test
  void nothingIsSaidOfCallersServedInTheirTurn() {
    served(ANA, 1, "1001", 2);
    served(BEA, 3, "1001", 10);
    assertEquals(List.of(), faults());
  }

  @Test
  void aCallerWhomNoAgentHungUpOnWasCutOff() {
    caller(1, Kind.DIALLED, ANA);
    caller(5, Kind.ENDED, ANA);
    assertEquals(List.of("caller 600000001 was cut off, and no agent had hung up"), faults());
  }

  @Test
  void anAgentWhoseCallerHadNotHungUpWasCutOff() {
    caller(1, Kind.DIALLED, ANA);
    phone(2, Kind.RUNG, "1001", ANA);
    phone(3, Kind.ANSWERED, "1001", ANA);
    phone(4, Kind.ENDED, "1001", ANA);
    assertEquals(List.of("phone 1001 was cut off, and caller 600000001 had not hung up"), faults());
  }

  @Test
  void twoAgentsForOneCallerAreOneTooMany() {
    served(ANA, 1, "1001", 2);
    phone(2.5, Kind.ANSWERED, "1002", ANA);
    phone(4, Kind.HUNG_UP, "1002", ANA);
    assertEquals(
        List.of("caller 600000001 at phone 1002 and caller 600000001 at phone 1001 talked at once"),
        faults());
  }

  @Test
  void whoDialledLaterIsNotRungForFirst() {
    caller(1, Kind.DIALLED, ANA);
    served(BEA, 3, "1001", 4);
    phone(8, Kind.RUNG, "1002", ANA);
    assertEquals(
        List.of("phone 1001 rang for caller 600000002, who had dialled after caller 600000001"),
        faults());
  }
}
