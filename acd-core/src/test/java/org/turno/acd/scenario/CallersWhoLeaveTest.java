package org.turno.acd.scenario;

import org.junit.jupiter.api.Test;
import org.turno.acd.agent.AgentState;
import org.turno.acd.event.ContactEvent.Outcome;

/** Abandoned contacts, and queues that hold only so many for so long. */
final class CallersWhoLeaveTest extends ScenarioTest {
  @Test
  void aCallerMayLeaveTheQueue() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna"));
    floor.at("1s").caller("one").dials("info");
    floor.at("2s").caller("two").dials("info");
    floor.at("41s").caller("one").hangsUp();
    floor.expectEnded("one", Outcome.ABANDONED);
    floor.expectWaited("one", 40_000);
    floor.at("50s").agent("anna").signsIn();
    floor.expectOffer("two", "anna");
  }

  @Test
  void aCallerWhoLeavesWhileAPhoneRingsSilencesItAndTheAgentIsFreeAgain() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna"));
    floor.at("1s").agent("anna").signsIn();
    floor.at("10s").caller("one").dials("info");
    floor.expectOffer("one", "anna");
    floor.at("14s").caller("one").hangsUp();
    floor.expectEnded("one", Outcome.ABANDONED);
    floor.expectSilent("anna");
    floor.expectState("anna", AgentState.AVAILABLE);
    floor.agent("anna").expectMisses(0);
  }

  @Test
  void afterTheLongestWaitACallerGoesToTheNextQueueWithAgeAndPriorityKept() {
    Scenario floor =
        open(
            new FloorBuilder()
                .queue("english", q -> q.requires("english").maxWait(60_000).overflowsTo("info"))
                .queue("info")
                .agents("anna"));
    floor.at("1s").caller("old").dials("english");
    floor.at("30s").caller("young").dials("info");
    floor.at("60s").expectWaiting("old", "english");
    floor.at("61s").expectWaiting("old", "info");
    floor.at("70s").agent("anna").signsIn();
    floor.expectOffer("old", "anna");
    floor.at("71s").agent("anna").answers();
    floor.at("80s").caller("old").hangsUp();
    floor.expectEnded("old", Outcome.SERVED);
    floor.expectWaited("old", 70_000);
    floor.expectOffer("young", "anna");
  }

  @Test
  void priorityGoesAlongToTheNextQueue() {
    Scenario floor =
        open(
            new FloorBuilder()
                .queue("english", q -> q.requires("english").maxWait(10_000).overflowsTo("info"))
                .line("urgent", "english", 5)
                .queue("info")
                .agents("anna"));
    floor.at("1s").caller("older").dials("info");
    floor.at("2s").caller("urgent").dials("urgent");
    floor.at("20s").agent("anna").signsIn();
    floor.expectOffer("urgent", "anna");
  }

  @Test
  void afterTheLongestWaitACallerGoesToAnExtension() {
    Scenario floor =
        open(
            new FloorBuilder()
                .queue("info", q -> q.maxWait(30_000).overflowsToExtension("900"))
                .agents("anna"));
    floor.at("1s").caller("one").dials("info");
    floor.at("31s").expectSentTo("one", "900");
    floor.expectEnded("one", Outcome.OVERFLOWED);
    floor.expectWaited("one", 30_000);
  }

  @Test
  void theLongestWaitDoesNotTakeACallerFromAPhoneThatRings() {
    Scenario floor =
        open(
            new FloorBuilder()
                .queue("info", q -> q.maxWait(30_000).overflowsToExtension("900"))
                .agents("anna"));
    floor.at("1s").caller("one").dials("info");
    floor.at("25s").agent("anna").signsIn();
    floor.at("35s").expectOffer("one", "anna");
    floor.at("36s").agent("anna").answers();
    floor.expectTalking("one", "anna");
    floor.at("2m").expectTalking("one", "anna");
  }

  @Test
  void anOfferMissedAfterTheLongestWaitOverflowsAtOnce() {
    Scenario floor =
        open(
            new FloorBuilder()
                .queue("info", q -> q.maxWait(30_000).overflowsToExtension("900"))
                .agents("anna"));
    floor.at("1s").caller("one").dials("info");
    floor.at("25s").agent("anna").signsIn();
    floor.at("40s").expectSentTo("one", "900");
    floor.expectEnded("one", Outcome.OVERFLOWED);
  }

  @Test
  void aFullQueueSendsTheNextCallerOnAtOnce() {
    Scenario floor =
        open(
            new FloorBuilder()
                .queue("info", q -> q.maxLength(2).overflowsTo("second"))
                .queue("second", q -> q.maxLength(1).overflowsToExtension("900")));
    floor.at("1s").caller("one").dials("info");
    floor.at("2s").caller("two").dials("info");
    floor.at("3s").caller("three").dials("info");
    floor.at("4s").caller("four").dials("info");
    floor.expectWaiting("two", "info");
    floor.expectWaiting("three", "second");
    floor.expectEnded("four", Outcome.OVERFLOWED);
    floor.expectSentTo("four", "900");
    floor.at("5s").caller("one").hangsUp();
    floor.at("6s").caller("five").dials("info");
    floor.expectWaiting("five", "info");
  }
}
