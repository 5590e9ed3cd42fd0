package org.turno.load.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How times are read off the wire, by hand-written messages. */
class WireTest {
  private static final int PBX = 5060;
  private static final int ELSEWHERE = 6000;

  private final List<SipMessage> messages = new ArrayList<>();

  @Test
  void aCallersTimeEndsAtTheFirstPhoneThatRingsForThem() {
    toPbx(0, "INVITE", "c1", "600", "012", false);
    fromPbx(5, "INVITE", "r1", "600", "1001", false);
    fromPbx(505, "INVITE", "r1", "600", "1001", false);
    fromPbx(900, "INVITE", "r2", "600", "1002", false);
    toPbx(1_000, "INVITE", "c2", "601", "012", false);
    assertEquals(new Latencies(1, 5, 5, 5), wire().fromCallToRing());
  }

  @Test
  void aPhonesTimeRunsFromTheEndOfItsCallToItsNextRing() {
    fromPbx(0, "INVITE", "r1", "600", "1001", false);
    fromPbx(1, "INVITE", "r2", "601", "1002", false);
    toPbx(100, "BYE", "r1", "1001", "600", true);
    fromPbx(103, "INVITE", "r3", "602", "1001", false);
    fromPbx(110, "BYE", "r2", "601", "1002", true);
    fromPbx(150, "INVITE", "r4", "603", "1002", false);
    assertEquals(new Latencies(2, 3, 40, 40), wire().fromFreeToRing());
  }

  @Test
  void aPhoneThatDeclinesIsFreeFromThenOn() {
    fromPbx(0, "INVITE", "r1", "600", "1001", false);
    messages.add(new SipMessage(10_000_000, ELSEWHERE, PBX, "", 603, "INVITE", "r1", "", "", true));
    fromPbx(12, "INVITE", "r2", "600", "1001", false);
    assertEquals(new Latencies(1, 2, 2, 2), wire().fromFreeToRing());
  }

  @Test
  void aChangeOfACallIsNotANewOne() {
    toPbx(0, "INVITE", "c1", "600", "012", false);
    toPbx(50, "INVITE", "c1", "600", "012", true);
    assertEquals(1, wire().callsIn().size());
  }

  private Wire wire() {
    return new Wire(PBX, messages);
  }

  private void toPbx(
      long ms, String method, String callId, String from, String to, boolean inCall) {
    add(ms, ELSEWHERE, PBX, method, callId, from, to, inCall);
  }

  private void fromPbx(
      long ms, String method, String callId, String from, String to, boolean inCall) {
    add(ms, PBX, ELSEWHERE, method, callId, from, to, inCall);
  }

  private void add(
      long ms,
      int fromPort,
      int toPort,
      String method,
      String callId,
      String from,
      String to,
      boolean inCall) {
    messages.add(
        new SipMessage(
            ms * 1_000_000, fromPort, toPort, method, 0, method, callId, from, to, inCall));
  }
}
