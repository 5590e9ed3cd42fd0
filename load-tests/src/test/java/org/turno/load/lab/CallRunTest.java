package org.turno.load.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Who counts as connected, by what Asterisk's log says. */
class CallRunTest {
  @Test
  void aCallerCountsAsConnectedOnceWhenAPhoneIsInTheSameConversation() {
    String log =
        joined("PJSIP/trunk-00000001", "b1")
            + joined("PJSIP/1001-00000002", "b1")
            + joined("PJSIP/trunk-00000001", "b2")
            + joined("PJSIP/1002-00000003", "b2");
    assertEquals(1, CallRun.conversations(log));
  }

  @Test
  void aCallerAloneInAConversationIsNotConnected() {
    String log = joined("PJSIP/trunk-00000001", "b1") + joined("PJSIP/1001-00000002", "b2");
    assertEquals(0, CallRun.conversations(log));
  }

  private static String joined(String leg, String conversation) {
    return "[2026-11-21 21:28:42.800] VERBOSE[1][C-1] bridge_channel.c: Channel "
        + leg
        + " joined 'simple_bridge' stasis-bridge <"
        + conversation
        + ">\n";
  }
}
