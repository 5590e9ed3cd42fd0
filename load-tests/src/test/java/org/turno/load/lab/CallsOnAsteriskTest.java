package org.turno.load.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.turno.load.lab.TestFloor.rungFor;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.turno.load.lab.SipEvent.Kind;

/** What callers and agents meet: SIP phones, a real Asterisk, and Turno as it is run in service. */
@Tag("asterisk")
@Timeout(180)
class CallsOnAsteriskTest {
  private static final String ANA = "600000001";
  private static final String BEA = "600000002";
  private static final String CLARA = "600000003";

  @TempDir private static Path folder;
  private static AsteriskLab lab;

  @BeforeAll
  static void startAsterisk() {
    lab = AsteriskLab.start(folder.resolve("lab"));
  }

  @AfterAll
  static void stopAsterisk() {
    lab.close();
  }

  /** A Turno of its own for each test, whose queue has this besides its name. */
  private static TestFloor start(TestInfo test, String queue) {
    String name = test.getTestMethod().orElseThrow().getName();
    return new TestFloor(lab, folder.resolve(name), queue);
  }

  @Test
  void aCallerTalksWithAFreeAgentAndIsHungUpWhenTheAgentHangsUp(TestInfo test) {
    try (TestFloor floor = start(test, "wrap_up_limit: 1s")) {
      SippPhones phone = floor.agent(1, Manner.answerAfterMs(100));
      SippCallers ana = floor.caller(ANA, "012");
      SipEvent answered = phone.await("1001", Kind.ANSWERED, 1);
      floor.awaitFigure("talking", 1);
      assertTrue(answered.from().contains(ANA), answered.from());
      assertEquals(2, lab.legs().stream().filter(leg -> leg.state().equals("Up")).count());
      phone.hangUp(answered);
      ana.await(Kind.ENDED, 1);
      floor.awaitNoLegs();
      floor.awaitFigure("answered", 1);
      floor.awaitAgent(1, "available");
    }
  }

  @Test
  void anAgentIsHungUpWhenTheCallerHangsUp(TestInfo test) {
    try (TestFloor floor = start(test, "wrap_up_limit: 1s")) {
      SippPhones phone = floor.agent(1, Manner.answerAfterMs(100));
      SippCallers ana = floor.caller(ANA, "012");
      floor.awaitFigure("talking", 1);
      ana.hangUp(ana.await(Kind.ANSWERED, 1));
      phone.await("1001", Kind.ENDED, 1);
      floor.awaitNoLegs();
      floor.awaitAgent(1, "available");
    }
  }

  @Test
  void aCallerWhoHangsUpInTheQueueIsCountedAsAbandoned(TestInfo test) {
    try (TestFloor floor = start(test, "short_abandon: 0")) {
      SippCallers ana = floor.caller(ANA, "012");
      floor.awaitFigure("waiting", 1);
      ana.hangUp(ana.await(Kind.ANSWERED, 1));
      floor.awaitFigure("abandoned", 1);
      assertEquals(0, floor.figure("waiting"));
      floor.awaitNoLegs();
    }
  }

  @Test
  void thePhoneStopsRingingWhenTheCallerHangsUp(TestInfo test) {
    try (TestFloor floor = start(test, "offer_timeout: 1m")) {
      SippPhones phone = floor.agent(1, Manner.ringForEver());
      SippCallers ana = floor.caller(ANA, "012");
      phone.await("1001", Kind.RUNG, 1);
      ana.hangUp(ana.await(Kind.ANSWERED, 1));
      phone.await("1001", Kind.CANCELLED, 1);
      floor.awaitNoLegs();
      floor.awaitFigure("abandoned", 1);
      floor.awaitAgent(1, "available");
    }
  }

  @Test
  void anUnansweredCallGoesToTheNextAgent(TestInfo test) {
    try (TestFloor floor = start(test, "offer_timeout: 1s, retry_delay: 1m")) {
      SippPhones first = floor.agent(1, Manner.ringForEver());
      SippPhones second = floor.agent(3, Manner.answerAfterMs(100));
      floor.caller(ANA, "012");
      assertEquals(ANA, rungFor(first, "1001", 1));
      first.await("1001", Kind.CANCELLED, 1);
      assertEquals(ANA, rungFor(second, "1003", 1));
      second.await("1003", Kind.ANSWERED, 1);
      floor.awaitFigure("talking", 1);
    }
  }

  @Test
  void everyPhoneRingsAndTheOthersStopWhenOneIsAnswered(TestInfo test) {
    try (TestFloor floor = start(test, "offer_timeout: 1m, routing: {ring: {mode: all}}")) {
      SippPhones first = floor.agent(1, Manner.ringForEver());
      SippPhones second = floor.agent(3, Manner.answerAfterMs(1_500));
      floor.caller(ANA, "012");
      assertEquals(ANA, rungFor(first, "1001", 1));
      assertEquals(ANA, rungFor(second, "1003", 1));
      second.await("1003", Kind.ANSWERED, 1);
      first.await("1001", Kind.CANCELLED, 1);
      floor.awaitFigure("talking", 1);
      floor.awaitAgent(1, "available");
      assertEquals(2, lab.legs().size());
    }
  }

  @Test
  void ofTwoWhoAnswerAtOnceOneTalksAndTheOtherIsLetGo(TestInfo test) {
    try (TestFloor floor = start(test, "offer_timeout: 1m, routing: {ring: {mode: all}}")) {
      SippPhones first = floor.agent(1, Manner.answerAfterMs(300));
      SippPhones second = floor.agent(3, Manner.answerAfterMs(300));
      floor.caller(ANA, "012");
      first.await("1001", Kind.RUNG, 1);
      second.await("1003", Kind.RUNG, 1);
      floor.awaitFigure("talking", 1);
      Await.until(
          "one agent to be free again",
          TestFloor.SOON,
          () -> floor.inState("talking") == 1 && floor.inState("available") == 1,
          () -> floor.inState("talking") + " talk, " + floor.inState("available") + " are free");
      assertEquals(2, lab.legs().size());
      assertEquals(1, floor.figure("answered"));
    }
  }

  @Test
  void oneMorePhoneRingsAfterAStepWhileTheFirstGoesOn(TestInfo test) {
    String ring = "offer_timeout: 1m, routing: {ring: {mode: progressively, step: 2s}}";
    try (TestFloor floor = start(test, ring)) {
      SippPhones first = floor.agent(1, Manner.ringForEver());
      SippPhones second = floor.agent(3, Manner.answerAfterMs(100));
      floor.caller(ANA, "012");
      SipEvent before = first.await("1001", Kind.RUNG, 1);
      SipEvent after = second.await("1003", Kind.RUNG, 1);
      assertTrue(before.timeUs() < after.timeUs(), before + " " + after);
      first.await("1001", Kind.CANCELLED, 1);
      floor.awaitFigure("talking", 1);
    }
  }

  @Test
  void aCallerWhomNobodyAnsweredKeepsTheirPlace(TestInfo test) {
    try (TestFloor floor = start(test, "offer_timeout: 1s, retry_delay: 1m")) {
      SippPhones first = floor.agent(1, Manner.ringForEver());
      floor.caller(ANA, "012");
      first.await("1001", Kind.RUNG, 1);
      floor.caller(BEA, "012");
      first.await("1001", Kind.CANCELLED, 1);
      floor.awaitFigure("waiting", 2);
      SippPhones second = floor.agent(3, Manner.ringForEver());
      assertEquals(ANA, rungFor(second, "1003", 1));
    }
  }

  @Test
  void anAgentWhoDeclinesIsNotRungAgainAtOnceAndTheNextOneIs(TestInfo test) {
    try (TestFloor floor = start(test, "retry_delay: 1m")) {
      SippPhones first = floor.agent(1, new Manner.Decline());
      SippPhones second = floor.agent(3, Manner.answerAfterMs(100));
      floor.caller(ANA, "012");
      second.await("1003", Kind.ANSWERED, 1);
      assertEquals(1, first.count("1001", Kind.RUNG));
    }
  }

  @Test
  void aCallerWhoNeedsEnglishRingsTheAgentWhoSpeaksIt(TestInfo test) {
    try (TestFloor floor = start(test, "offer_timeout: 1m")) {
      // Who has been free the longest would be first, were it not for the skill.
      SippPhones spanish = floor.agent(1, Manner.answerAfterMs(100));
      SippPhones english = floor.agent(2, Manner.answerAfterMs(100));
      floor.caller(ANA, "010");
      english.await("1002", Kind.ANSWERED, 1);
      floor.awaitFigure("talking", 1);
      assertEquals(0, spanish.count("1001", Kind.RUNG));
    }
  }

  @Test
  void aCallerWhomNobodyFreeMayServeDoesNotHoldUpTheOnesBehind(TestInfo test) {
    try (TestFloor floor = start(test, "offer_timeout: 1m")) {
      floor.caller(ANA, "010");
      floor.caller(BEA, "012");
      floor.awaitFigure("waiting", 2);
      SippPhones spanish = floor.agent(1, Manner.answerAfterMs(100));
      assertEquals(BEA, rungFor(spanish, "1001", 1));
      floor.awaitFigure("waiting", 1);
    }
  }

  @Test
  void anUrgentLineOvertakesThoseWhoWaitLonger(TestInfo test) {
    try (TestFloor floor = start(test, "offer_timeout: 1m, wrap_up_limit: by_agent")) {
      floor.caller(ANA, "012");
      floor.caller(BEA, "012");
      floor.caller(CLARA, "016");
      floor.awaitFigure("waiting", 3);
      SippPhones phone = floor.agent(1, Manner.answerAfterMs(100));
      assertEquals(CLARA, rungFor(phone, "1001", 1));
      floor.awaitFigure("talking", 1);
      phone.hangUp(phone.await("1001", Kind.ANSWERED, 1));
      floor.awaitAgent(1, "wrap_up");
      floor.command(1, "end-wrap-up");
      assertEquals(ANA, rungFor(phone, "1001", 2));
    }
  }

  @Test
  void nobodyRingsAnAgentInWrapUp(TestInfo test) {
    try (TestFloor floor = start(test, "offer_timeout: 1m, wrap_up_limit: by_agent")) {
      SippPhones phone = floor.agent(1, Manner.answerAfterMs(100));
      floor.caller(ANA, "012");
      SipEvent talking = phone.await("1001", Kind.ANSWERED, 1);
      floor.awaitFigure("talking", 1);
      floor.caller(BEA, "012");
      floor.awaitFigure("waiting", 1);
      phone.hangUp(talking);
      floor.awaitAgent(1, "wrap_up");
      assertEquals(1, floor.figure("waiting"));
      assertEquals(1, phone.count("1001", Kind.RUNG));
      floor.command(1, "end-wrap-up");
      assertEquals(BEA, rungFor(phone, "1001", 2));
    }
  }

  @Test
  void busyAndUnregisteredPhonesAreNotRung(TestInfo test) {
    try (TestFloor floor = start(test, "offer_timeout: 1m")) {
      SippPhones busy = floor.agent(1, Manner.ringForEver());
      SippPhones gone = floor.agent(2, Manner.ringForEver());
      // Agent a1 calls a friend; Asterisk knows the phone by its name.
      floor.phone("9001", Manner.answerAfterMs(0));
      try (SippCallers private1 = lab.call(SippCallers.Call.staying("1001", "9001"))) {
        private1.await(Kind.ANSWERED, 1);
        gone.unregister();
        floor.awaitAgent(1, "phone_busy");
        floor.awaitAgent(2, "phone_unreachable");
        SippPhones free = floor.agent(3, Manner.answerAfterMs(100));
        floor.caller(ANA, "012");
        free.await("1003", Kind.ANSWERED, 1);
        floor.caller(BEA, "012");
        floor.awaitFigure("waiting", 1);
        assertEquals(0, busy.count("1001", Kind.RUNG) + gone.count("1002", Kind.RUNG));
        gone.register();
        assertEquals(BEA, rungFor(gone, "1002", 1));
        private1.hangUp(private1.await(Kind.ANSWERED, 1));
        floor.awaitAgent(1, "available");
      }
    }
  }
}
