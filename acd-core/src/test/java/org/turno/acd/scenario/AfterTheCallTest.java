package org.turno.acd.scenario;

import org.junit.jupiter.api.Test;
import org.turno.acd.agent.AgentState;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.OfferEvent.Why;

/** Wrap-up, pauses and going home. */
final class AfterTheCallTest extends ScenarioTest {
  private Scenario talking(long wrapUpMs) {
    Scenario floor = open(new FloorBuilder().queue("info", q -> q.wrapUp(wrapUpMs)).agents("anna"));
    floor.at("1s").agent("anna").signsIn();
    floor.at("10s").caller("one").dials("info");
    floor.at("13s").agent("anna").answers();
    floor.expectTalking("one", "anna");
    return floor;
  }

  @Test
  void noOfferIsMadeDuringWrapUpWhichEndsByItsLimit() {
    Scenario floor = talking(30_000);
    floor.at("60s").caller("one").hangsUp();
    floor.expectEnded("one", Outcome.SERVED);
    floor.expectState("anna", AgentState.WRAP_UP);
    floor.at("70s").caller("two").dials("info");
    floor.at("89s").expectWaiting("two", "info");
    floor.at("90s").expectOffer("two", "anna");
  }

  @Test
  void theAgentMayEndWrapUpEarly() {
    Scenario floor = talking(30_000);
    floor.at("60s").agent("anna").hangsUp();
    floor.expectEnded("one", Outcome.SERVED);
    floor.expectState("anna", AgentState.WRAP_UP);
    floor.at("65s").caller("two").dials("info");
    floor.at("66s").agent("anna").endsWrapUp();
    floor.expectOffer("two", "anna");
  }

  @Test
  void withoutWrapUpTheAgentIsFreeAtOnce() {
    Scenario floor = talking(0);
    floor.at("60s").caller("one").hangsUp();
    floor.expectState("anna", AgentState.AVAILABLE);
  }

  @Test
  void aPauseAskedForInMidCallBeginsWhenTheWorkIsDone() {
    Scenario floor = talking(30_000);
    floor.at("20s").agent("anna").pauses("lunch");
    floor.expectState("anna", AgentState.TALKING);
    floor.at("60s").caller("one").hangsUp();
    floor.expectState("anna", AgentState.WRAP_UP);
    floor.at("70s").agent("anna").endsWrapUp();
    floor.expectState("anna", AgentState.PAUSED);
    floor.at("80s").caller("two").dials("info");
    floor.expectWaiting("two", "info");
    floor.at("90s").agent("anna").isReady();
    floor.expectOffer("two", "anna");
  }

  @Test
  void anAgentWhoSignsOutInMidCallFinishesItAndItsWrapUp() {
    Scenario floor = talking(30_000);
    floor.at("20s").agent("anna").signsOut();
    floor.expectTalking("one", "anna");
    floor.at("60s").caller("one").hangsUp();
    floor.expectState("anna", AgentState.WRAP_UP);
    floor.at("90s").expectState("anna", AgentState.SIGNED_OUT);
  }

  @Test
  void anAgentWhoSignsOutWhileThePhoneRingsGivesTheCallerBack() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna", "bea"));
    floor.signIn("anna");
    floor.at("10s").caller("one").dials("info");
    floor.expectOffer("one", "anna");
    floor.at("12s").agent("anna").signsOut();
    floor.expectState("anna", AgentState.SIGNED_OUT);
    floor.expectSilent("anna");
    floor.expectLastOfferFailed("one", Why.WITHDRAWN);
    floor.expectWaiting("one", "info");
    floor.at("13s").agent("bea").signsIn();
    floor.expectOffer("one", "bea");
  }

  @Test
  void aPauseWhileThePhoneRingsLetsTheOfferGoOn() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna"));
    floor.signIn("anna");
    floor.at("10s").caller("one").dials("info");
    floor.at("12s").agent("anna").pauses("lunch");
    floor.expectOffer("one", "anna");
    floor.at("14s").agent("anna").answers();
    floor.at("30s").caller("one").hangsUp();
    floor.expectState("anna", AgentState.PAUSED);
  }
}
