package org.turno.acd.scenario;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.turno.acd.agent.AgentState;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AnswerMode;

/** Agents whose line stays open: one ring a day, then callers are put through at once. */
final class OpenLinesTest extends ScenarioTest {
  private static final AgentEvent.Paused CLOSED =
      new AgentEvent.Paused(new AgentId("anna"), "line-closed", true);

  private Scenario signedIn() {
    Scenario floor =
        open(
            new FloorBuilder()
                .queue("info", q -> q.wrapUp(10_000))
                .agents("anna")
                .answering(AnswerMode.OFF_HOOK));
    floor.at("1s").agent("anna").signsIn();
    return floor;
  }

  private Scenario atWork() {
    Scenario floor = signedIn();
    floor.at("3s").agent("anna").answers();
    floor.expectState("anna", AgentState.AVAILABLE);
    return floor;
  }

  @Test
  void noCallerIsOfferedBeforeTheLineIsOpen() {
    Scenario floor = signedIn();
    floor.expectRung("anna", 1);
    floor.expectState("anna", AgentState.PHONE_UNREACHABLE);
    floor.at("2s").caller("one").dials("info");
    floor.expectWaiting("one", "info");
    floor.at("3s").agent("anna").answers();
    floor.expectTalking("one", "anna");
  }

  @Test
  void aLineOfWhichThePbxNeverSaysAnythingIsGivenUp() {
    Scenario floor =
        open(new FloorBuilder().queue("info").agents("anna").answering(AnswerMode.OFF_HOOK));
    floor.reportsAreLost();
    floor.at("1s").agent("anna").signsIn();
    floor.at("20s").reportsArriveAgain();
    floor.at("1m").expectState("anna", AgentState.PAUSED);
    floor.expectNothingOutstanding();
  }

  @Test
  void callersArePutThroughWithoutRingingAgain() {
    Scenario floor = atWork();
    floor.at("10s").caller("one").dials("info");
    floor.expectTalking("one", "anna");
    floor.at("40s").caller("one").hangsUp();
    floor.expectEnded("one", Outcome.SERVED);
    floor.expectState("anna", AgentState.WRAP_UP);
    floor.at("45s").caller("two").dials("info");
    floor.expectWaiting("two", "info");
    floor.at("50s").expectTalking("two", "anna");
    floor.expectRung("anna", 1);
  }

  @Test
  void whoHangsUpTheLineIsPausedAndReadyRingsAnew() {
    Scenario floor = atWork();
    floor.at("10s").agent("anna").hangsUp();
    floor.expectState("anna", AgentState.PAUSED);
    floor.expectHappened(1, CLOSED);
    floor.at("20s").caller("one").dials("info");
    floor.expectWaiting("one", "info");
    floor.at("30s").agent("anna").isReady();
    floor.expectRung("anna", 2);
    floor.agent("anna").answers();
    floor.expectTalking("one", "anna");
  }

  @Test
  void whoHangsUpOnACallerWrapsUpAndIsPausedThen() {
    Scenario floor = atWork();
    floor.at("10s").caller("one").dials("info");
    floor.at("20s").agent("anna").hangsUp();
    floor.expectEnded("one", Outcome.SERVED);
    floor.expectState("anna", AgentState.WRAP_UP);
    floor.at("30s").expectState("anna", AgentState.PAUSED);
    floor.expectHappened(1, CLOSED);
  }

  private static boolean hasLine(Scenario floor) {
    return floor.state().agents().stream().anyMatch(agent -> agent.leg() != null);
  }

  /** Simulation, seed 186: a wrap-up may be cut short for an offer, which then rings the phone. */
  @Test
  void aLineThatIsNotWantedAnyMoreIsClosedDuringWrapUp() {
    Scenario floor = atWork();
    floor.at("10s").caller("one").dials("info");
    floor.at("40s").caller("one").hangsUp();
    floor.expectState("anna", AgentState.WRAP_UP);
    assertTrue(hasLine(floor));
    floor.configurationBecomes(
        new FloorBuilder()
            .queue("info", q -> q.wrapUp(10_000))
            .agents("anna")
            .answering(AnswerMode.MANUAL));
    floor.at("45s").expectState("anna", AgentState.WRAP_UP);
    assertFalse(hasLine(floor));
    floor.at("60s").caller("two").dials("info");
    floor.expectOffer("two", "anna");
    floor.expectReplay();
  }

  @Test
  void goingHomeEndsTheLine() {
    Scenario floor = atWork();
    floor.at("10s").agent("anna").signsOut();
    floor.expectState("anna", AgentState.SIGNED_OUT);
    floor.at("20s").agent("anna").signsIn();
    floor.expectRung("anna", 2);
  }

  @Test
  void goingHomeInMidCallFinishesTheCallFirst() {
    Scenario floor = atWork();
    floor.at("10s").caller("one").dials("info");
    floor.at("15s").agent("anna").signsOut();
    floor.expectTalking("one", "anna");
    floor.at("20s").caller("one").hangsUp();
    floor.at("30s").expectState("anna", AgentState.SIGNED_OUT);
    floor.at("40s").agent("anna").signsIn();
    floor.expectRung("anna", 2);
  }

  @Test
  void aPhoneThatIsNotPickedUpOrCannotBeReachedIsAPause() {
    Scenario floor = signedIn();
    floor.at("2m").expectState("anna", AgentState.PAUSED);
    floor.expectHappened(1, CLOSED);
    floor.agent("anna").phoneIs(ObligingPbx.Manner.UNREGISTERED);
    floor.at("3m").agent("anna").isReady();
    floor.expectState("anna", AgentState.PAUSED);
    floor.expectHappened(2, CLOSED);
  }

  @Test
  void aRestartOfTurnoKeepsTheLineAndTheConversation() {
    Scenario floor = atWork();
    floor.at("10s").caller("one").dials("info");
    floor.at("20s").turnoIsKilledAndStartsAgain();
    floor.inventoryComes();
    floor.expectTalking("one", "anna");
    floor.at("30s").caller("one").hangsUp();
    floor.at("40s").turnoIsKilledAndStartsAgain();
    floor.inventoryComes();
    floor.at("41s").caller("two").dials("info");
    floor.expectTalking("two", "anna");
    floor.expectRung("anna", 1);
  }

  @Test
  void aLineThatWasAnsweredWhileTurnoWasAwayIsOpen() {
    Scenario floor = signedIn();
    floor.reportsAreLost();
    floor.at("3s").agent("anna").answers();
    floor.at("10s").inventoryComes();
    floor.expectState("anna", AgentState.AVAILABLE);
    floor.expectRung("anna", 1);
  }

  @Test
  void aLineThatThePbxLostIsOpenedAgain() {
    Scenario floor = atWork();
    floor.at("10s").linkIsLost();
    floor.agent("anna").hangsUp();
    floor.at("15s").inventoryComes();
    floor.expectRung("anna", 2);
    floor.agent("anna").answers();
    floor.expectState("anna", AgentState.AVAILABLE);
  }

  @Test
  void aPauseLeavesTheLineOpen() {
    Scenario floor = atWork();
    floor.at("10s").agent("anna").pauses("lunch");
    floor.at("20s").caller("one").dials("info");
    floor.expectWaiting("one", "info");
    floor.at("30s").agent("anna").isReady();
    floor.expectTalking("one", "anna");
    floor.expectRung("anna", 1);
  }

  @Test
  void anAgentWhoseConfigurationChangesHasTheLineClosedAfterTheCall() {
    Scenario floor = atWork();
    floor.at("10s").caller("one").dials("info");
    floor
        .at("20s")
        .configurationBecomes(
            new FloorBuilder().queue("info", q -> q.wrapUp(10_000)).agents("anna"));
    floor.expectTalking("one", "anna");
    floor.at("30s").caller("one").hangsUp();
    floor.at("40s").caller("two").dials("info");
    floor.expectOffer("two", "anna");
    floor.expectRung("anna", 2);
  }
}
