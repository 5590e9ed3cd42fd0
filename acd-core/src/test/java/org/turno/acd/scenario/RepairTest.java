package org.turno.acd.scenario;

import org.junit.jupiter.api.Test;
import org.turno.acd.agent.AgentState;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.OfferEvent.Why;

/** What Turno makes of an inventory, after a lost link, lost messages or its own death. */
final class RepairTest extends ScenarioTest {
  @Test
  void aCallerWhoLeftWhileTheLinkWasDownIsOverAndTheAgentIsAskedForTheNext() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna"));
    floor.at("1s").agent("anna").signsIn();
    floor.at("10s").caller("one").dials("info");
    floor.at("11s").caller("two").dials("info");
    floor.at("12s").linkIsLost();
    floor.at("14s").caller("one").hangsUp();
    floor.at("20s").inventoryComes();
    floor.expectEnded("one", Outcome.LOST);
    floor.expectOffer("two", "anna");
    floor.expectNothingOutstanding();
  }

  @Test
  void anAgentWhoAnsweredWhileTheLinkWasDownTalksAfterwards() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna"));
    floor.at("1s").agent("anna").signsIn();
    floor.at("10s").caller("one").dials("info");
    floor.at("12s").linkIsLost();
    floor.at("13s").agent("anna").answers();
    floor.at("20s").inventoryComes();
    floor.expectTalking("one", "anna");
  }

  @Test
  void reportsThatNeverComeAreReplacedByWhatTheInventoryProves() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna"));
    floor.at("1s").agent("anna").signsIn();
    floor.at("10s").caller("one").dials("info");
    floor.at("12s").agent("anna").answers();
    floor.at("20s").caller("two").dials("info");
    floor.at("30s").reportsAreLost();
    floor.caller("one").hangsUp();
    floor.at("31s").inventoryComes();
    floor.expectEnded("one", Outcome.SERVED);
    floor.expectOffer("two", "anna");
    floor.expectNothingOutstanding();
  }

  @Test
  void aPhoneThatWasTakenForSomethingElseMeanwhileIsBusyAfterTheInventory() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna"));
    floor.at("1s").agent("anna").signsIn();
    floor.at("10s").caller("one").dials("info");
    floor.at("12s").agent("anna").answers();
    floor.at("20s").linkIsLost();
    floor.agent("anna").hangsUp();
    floor.caller("one").hangsUp();
    floor.agent("anna").phoneIs(ObligingPbx.Manner.ENGAGED);
    floor.at("30s").inventoryComes();
    floor.expectState("anna", AgentState.PHONE_BUSY);
  }

  @Test
  void anOfferMadeJustWhenTheLinkBlinkedIsNotForgotten() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna"));
    floor.at("1s").caller("one").dials("info");
    floor.at("10s").linkBlinksWhile(() -> floor.agent("anna").signsIn());
    floor.expectOffer("one", "anna");
    floor.expectState("anna", AgentState.RINGING);
    floor.expectNothingOutstanding();
    floor.at("12s").agent("anna").answers();
    floor.expectTalking("one", "anna");
  }

  @Test
  void whatADeadTurnoAskedForInVainIsAskedForAgain() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna"));
    floor.at("1s").agent("anna").signsIn();
    floor.commandsAreLost();
    floor.at("10s").caller("one").dials("info");
    floor.expectState("anna", AgentState.RESERVED);
    floor.at("12s").turnoIsKilledAndStartsAgain();
    floor.expectState("anna", AgentState.RESERVED);
    floor.at("13s").inventoryComes();
    floor.expectLastOfferFailed("one", Why.LOST);
    floor.expectOffer("one", "anna");
    floor.expectNothingOutstanding();
  }

  @Test
  void waitingCallersKeepTheirOrderOverADeathOfTurno() {
    Scenario floor =
        open(new FloorBuilder().queue("info").line("urgent", "info", 5).agents("anna"));
    floor.at("1s").caller("one").dials("info");
    floor.at("2s").caller("two").dials("info");
    floor.at("3s").caller("urgent").dials("urgent");
    floor.at("10s").turnoIsKilledAndStartsAgain();
    floor.inventoryComes();
    floor.at("20s").agent("anna").signsIn();
    floor.expectOffer("urgent", "anna");
    floor.caller("urgent").hangsUp();
    floor.expectOffer("one", "anna");
    floor.caller("one").hangsUp();
    floor.expectOffer("two", "anna");
  }

  @Test
  void aConversationGoesOnOverADeathOfTurnoAndCountsAsOne() {
    Scenario floor = open(new FloorBuilder().queue("info", q -> q.wrapUp(10_000)).agents("anna"));
    floor.at("1s").agent("anna").signsIn();
    floor.at("10s").caller("one").dials("info");
    floor.at("12s").agent("anna").answers();
    floor.at("20s").turnoIsKilledAndStartsAgain();
    floor.inventoryComes();
    floor.expectTalking("one", "anna");
    floor.at("40s").caller("one").hangsUp();
    floor.expectEnded("one", Outcome.SERVED);
    floor.expectWaited("one", 2_000);
    floor.expectState("anna", AgentState.WRAP_UP);
  }

  @Test
  void aPhoneIsAskedAfterAnewWhenItsAgentWasOutOfTheConfiguration() {
    FloorBuilder both = new FloorBuilder().queue("info").agents("anna", "bea");
    Scenario floor = open(both);
    floor.signIn("anna", "bea");
    floor.at("10s").caller("one").dials("info");
    floor.at("12s").agent("anna").answers();
    floor.at("15s").configurationBecomes(new FloorBuilder().queue("info").agents("bea"));
    floor.expectTalking("one", "anna");
    floor.agent("anna").phoneIs(ObligingPbx.Manner.UNREGISTERED);
    floor.at("20s").configurationBecomes(both);
    floor.at("30s").caller("one").hangsUp();
    floor.expectState("anna", AgentState.SIGNED_OUT);
    floor.at("31s").agent("anna").signsIn();
    floor.at("32s").inventoryComes();
    floor.expectState("anna", AgentState.PHONE_UNREACHABLE);
  }

  @Test
  void aFullQueueIsNotParkedAnewAtEveryInventoryOfALinkThatHolds() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna"));
    floor.at("10s").caller("one").dials("info");
    floor.at("11s").caller("two").dials("info");
    floor.expectParked("one", 1);
    floor.at("20s").inventoryComes();
    floor.at("30s").inventoryComes();
    floor.expectParked("one", 1);
    floor.expectParked("two", 1);
  }

  @Test
  void callersAreParkedAnewWhenTheLinkComesBackAndWhenTurnoDoes() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna"));
    floor.at("10s").caller("one").dials("info");
    floor.at("12s").linkIsLost();
    floor.at("15s").inventoryComes();
    floor.expectParked("one", 2);
    floor.at("20s").turnoIsKilledAndStartsAgain();
    floor.inventoryComes();
    floor.expectParked("one", 3);
    floor.expectNothingOutstanding();
  }

  @Test
  void aCallerWhoseParkingNobodyReportedIsNotParkedTwice() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna"));
    floor.at("1s").reportsAreLost();
    floor.at("10s").caller("one").dials("info");
    floor.at("12s").inventoryComes();
    floor.expectParked("one", 1);
    floor.expectNothingOutstanding();
  }
}
