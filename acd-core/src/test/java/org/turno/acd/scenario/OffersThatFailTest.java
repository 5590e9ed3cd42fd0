package org.turno.acd.scenario;

import org.junit.jupiter.api.Test;
import org.turno.acd.agent.AgentState;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.OfferEvent.Why;
import org.turno.acd.plan.PhoneState;

/** Ring-no-answer, decline, engaged, unreachable. */
final class OffersThatFailTest extends ScenarioTest {
  @Test
  void aMissedOfferKeepsTheCallersPlaceAndTriesAnotherAgent() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna", "bea"));
    floor.at("1s").agent("anna").signsIn();
    floor.at("10s").caller("one").dials("info");
    floor.at("12s").caller("two").dials("info");
    floor.expectOffer("one", "anna");
    floor.at("24s").agent("bea").signsIn();
    floor.expectOffer("two", "bea");
    floor.at("24s").agent("bea").declines();
    floor.at("25s").expectLastOfferFailed("one", Why.NO_ANSWER);
    floor.expectSilent("anna");
    floor.expectWaiting("one", "info");
    floor.at("29s").expectOffer("one", "bea");
    floor.at("30s").expectOffer("two", "anna");
  }

  @Test
  void aMissedOfferGoesToTheAgentTriedLeastOften() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna", "bea"));
    floor.signIn("anna", "bea");
    floor.at("10s").caller("one").dials("info");
    floor.expectOffer("one", "anna");
    floor.at("25s").expectOffer("one", "bea");
    floor.at("40s").expectOffer("one", "anna");
  }

  @Test
  void anAgentWhoMissesSeveralInARowIsPaused() {
    Scenario floor =
        open(new FloorBuilder().queue("info", q -> q.pausesAfterMisses(2)).agents("anna"));
    floor.at("1s").agent("anna").signsIn();
    floor.at("10s").caller("one").dials("info");
    floor.at("25s").expectState("anna", AgentState.RETRY_DELAY);
    floor.at("30s").expectOffer("one", "anna");
    floor.at("45s").expectState("anna", AgentState.PAUSED);
    floor.at("5m").expectWaiting("one", "info");
    floor.at("6m").agent("anna").isReady();
    floor.expectOffer("one", "anna");
    floor.agent("anna").expectMisses(0);
  }

  @Test
  void anAnswerInBetweenStartsTheCountAnew() {
    Scenario floor =
        open(new FloorBuilder().queue("info", q -> q.pausesAfterMisses(2)).agents("anna"));
    floor.at("1s").agent("anna").signsIn();
    floor.at("10s").caller("one").dials("info");
    floor.at("30s").expectOffer("one", "anna");
    floor.at("32s").agent("anna").answers();
    floor.at("40s").caller("one").hangsUp();
    floor.at("50s").caller("two").dials("info");
    floor.at("65s").expectState("anna", AgentState.RETRY_DELAY);
    floor.agent("anna").expectMisses(1);
  }

  @Test
  void anAgentWhoDeclinesIsLeftAloneForAWhileAndNotCountedAsMissing() {
    Scenario floor =
        open(new FloorBuilder().queue("info", q -> q.pausesAfterMisses(1)).agents("anna"));
    floor.at("1s").agent("anna").signsIn();
    floor.at("10s").caller("one").dials("info");
    floor.at("12s").agent("anna").declines();
    floor.expectSilent("anna");
    floor.expectLastOfferFailed("one", Why.REJECTED);
    floor.expectState("anna", AgentState.RETRY_DELAY);
    floor.at("17s").expectOffer("one", "anna");
    floor.at("18s").agent("anna").declinesOnThePhone();
    floor.expectLastOfferFailed("one", Why.REJECTED);
    floor.expectState("anna", AgentState.RETRY_DELAY);
  }

  @Test
  void aPhoneThatTurnsOutEngagedOrUnregisteredIsSkipped() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna", "bea", "carla"));
    floor.signIn("anna", "bea", "carla");
    floor.agent("anna").phoneIs(ObligingPbx.Manner.ENGAGED);
    floor.agent("bea").phoneIs(ObligingPbx.Manner.UNREGISTERED);
    floor.at("10s").caller("one").dials("info");
    floor.expectOffer("one", "carla");
    floor.expectState("anna", AgentState.RETRY_DELAY);
    floor.expectState("bea", AgentState.RETRY_DELAY);
  }

  @Test
  void aPhoneKnownToBeBusyOrUnreachableIsNeverAsked() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna", "bea"));
    floor.signIn("anna", "bea");
    floor.agent("anna").phoneBecomes(PhoneState.BUSY);
    floor.agent("bea").phoneBecomes(PhoneState.UNREACHABLE);
    floor.at("10s").caller("one").dials("info");
    floor.expectWaiting("one", "info");
    floor.expectState("anna", AgentState.PHONE_BUSY);
    floor.expectState("bea", AgentState.PHONE_UNREACHABLE);
    floor.at("20s").agent("bea").phoneBecomes(PhoneState.FREE);
    floor.expectOffer("one", "bea");
  }

  @Test
  void aCallerWhoIsGoneWhenThePhoneIsToRingIsOverAndNobodyIsAskedAgain() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna"));
    floor.at("1s").caller("one").dials("info");
    floor.reportsAreLost();
    floor.at("5s").caller("one").hangsUp();
    floor.reportsArriveAgain();
    floor.at("10s").agent("anna").signsIn();
    floor.expectEnded("one", Outcome.ABANDONED);
    floor.expectState("anna", AgentState.AVAILABLE);
    floor.expectSilent("anna");
  }
}
