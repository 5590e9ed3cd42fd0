package org.turno.load.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.turno.load.lab.TestFloor.SOON;
import static org.turno.load.lab.TestFloor.rungFor;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.turno.load.lab.SipEvent.Kind;

/** What callers and agents meet when Turno is killed as by {@code kill -9}. */
@Tag("asterisk")
@Timeout(180)
class KilledTurnoTest {
  private static final String ANA = "600000001";
  private static final String BEA = "600000002";
  private static final String CLARA = "600000003";
  private static final String DORA = "600000004";

  /** From Turno's death; the project promises it. */
  private static final long FIXED_PHONE_WITHIN_MS = 15_000;

  @TempDir private Path folder;
  private AsteriskLab lab;
  private TestFloor floor;

  @BeforeEach
  void start() {
    lab = AsteriskLab.start(folder.resolve("lab"));
    floor = new TestFloor(lab, folder.resolve("turno"), "offer_timeout: 1m, wrap_up_limit: 1s");
  }

  @AfterEach
  void stop() {
    floor.close();
    lab.close();
  }

  @Test
  void noCallIsLostAndTheOrderIsKeptWhenTurnoIsKilledAndStartedAgain() {
    SippPhones talks = floor.agent(1, Manner.answerAfterMs(100));
    SippCallers ana = floor.caller(ANA, "012");
    SipEvent talking = talks.await("1001", Kind.ANSWERED, 1);
    floor.awaitFigure("talking", 1);
    SippPhones rings = floor.agent(3, Manner.ringForEver());
    SippCallers bea = floor.caller(BEA, "012");
    SipEvent rung = rings.await("1003", Kind.RUNG, 1);
    SippCallers clara = floor.caller(CLARA, "012");
    floor.awaitFigure("waiting", 1);
    SippCallers dora = floor.caller(DORA, "012");
    floor.awaitFigure("waiting", 2);
    String conversation = floor.conversationOf("1001");

    floor.turno().kill();
    assertEquals(6, lab.legs().size());
    floor.turno().startAgain();

    floor.awaitFigure("waiting", 2);
    assertEquals(conversation, floor.conversationOf("1001"));
    rings.answer(rung);
    floor.awaitFigure("talking", 2);
    assertFalse(floor.conversationOf("1003").isEmpty());
    talks.hangUp(talking);
    ana.await(Kind.ENDED, 1);
    assertEquals(CLARA, rungFor(talks, "1001", 2));
    floor.awaitFigure("answered", 3);
    talks.hangUp(talks.await("1001", Kind.ANSWERED, 2));
    clara.await(Kind.ENDED, 1);
    assertEquals(DORA, rungFor(talks, "1001", 3));
    assertEquals(0, bea.count(Kind.ENDED) + dora.count(Kind.ENDED));
    assertEquals(1, rings.count("1003", Kind.RUNG));
  }

  @Test
  void anAgentWhoAnswersWhileTurnoIsDeadTalksWithTheCallerOnceItIsBack() {
    SippPhones phone = floor.agent(1, Manner.ringForEver());
    SippCallers ana = floor.caller(ANA, "012");
    SipEvent rung = phone.await("1001", Kind.RUNG, 1);
    floor.turno().kill();
    phone.answer(rung);
    phone.await("1001", Kind.ANSWERED, 1);
    floor.turno().startAgain();
    floor.awaitFigure("talking", 1);
    assertFalse(floor.conversationOf("1001").isEmpty());
    assertEquals(0, ana.count(Kind.ENDED));
    assertEquals(1, phone.count("1001", Kind.RUNG));
    awaitReconciled("answered_away");
  }

  @Test
  void callersWhoHangUpWhileTurnoIsDeadAreNotOfferedAnyMore() {
    SippCallers ana = floor.caller(ANA, "012");
    floor.awaitFigure("waiting", 1);
    floor.caller(BEA, "012");
    floor.awaitFigure("waiting", 2);
    floor.turno().kill();
    ana.hangUp(ana.await(Kind.ANSWERED, 1));
    ana.await(Kind.HUNG_UP, 1);
    floor.turno().startAgain();
    floor.awaitFigure("waiting", 1);
    SippPhones phone = floor.agent(1, Manner.answerAfterMs(100));
    assertEquals(BEA, rungFor(phone, "1001", 1));
    awaitReconciled("caller_gone");
  }

  @Test
  void bothSidesOfAConversationEndWhenOneHungUpWhileTurnoWasDead() {
    SippPhones phone = floor.agent(1, Manner.answerAfterMs(100));
    SippCallers ana = floor.caller(ANA, "012");
    SipEvent talking = phone.await("1001", Kind.ANSWERED, 1);
    floor.awaitFigure("talking", 1);
    floor.turno().kill();
    phone.hangUp(talking);
    phone.await("1001", Kind.HUNG_UP, 1);
    floor.turno().startAgain();
    ana.await(Kind.ENDED, 1);
    floor.awaitNoLegs();
    floor.awaitAgent(1, "available");
    awaitReconciled("agent_leg_gone");
  }

  private void awaitReconciled(String kind) {
    String series = "acd_reconciled_total{kind=\"" + kind + "\",}";
    Await.until(series + " to be 1", SOON, () -> floor.turno().api().metric(series) == 1);
  }

  @Test
  void fixedPhonesTakeAllCallersWhenTurnoStaysDead() {
    floor.caller(ANA, "012");
    floor.awaitFigure("waiting", 1);
    SippPhones fixed = floor.phone("9001", Manner.ringForEver());
    floor.turno().kill();
    long deadNs = System.nanoTime();

    SippCallers bea = lab.call(SippCallers.Call.staying(BEA, "012"));
    assertEquals(BEA, rungFor(fixed, "9001", 1), "the new caller does not wait for the switch");
    assertEquals(ANA, rungFor(fixed, "9001", 2));
    long waitedMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - deadNs);
    bea.close();
    // A promise of the dialplan: the timer that Asterisk keeps decides it, not the machine.
    assertFalse(waitedMs > FIXED_PHONE_WITHIN_MS, waitedMs + " ms until the fixed phone rang");
  }
}
