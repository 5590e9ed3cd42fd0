package org.turno.acd.scenario;

import org.junit.jupiter.api.Test;
import org.turno.acd.agent.AgentState;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.OfferEvent.Why;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.OfferPolicy;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RetryDelays;
import org.turno.acd.plan.WrapUpPolicy;

/** What a queue makes of offers that are not taken, each way to fail by itself. */
final class RefusalsTest extends ScenarioTest {
  private static final RetryDelays DELAYS = new RetryDelays(10_000, 20_000, 30_000, 40_000);
  private static final OfferPolicy EVERYDAY = OfferPolicy.DEFAULT;

  private Scenario offered(OfferPolicy policy) {
    Scenario floor =
        open(new FloorBuilder().queue(QueuePlan.of("info").with(policy)).agents("anna"));
    floor.at("1s").agent("anna").signsIn();
    return floor;
  }

  private static void declinesAt(Scenario floor, String when) {
    floor.at(when).expectOffer("one", "anna");
    floor.agent("anna").declines();
  }

  @Test
  void eachWayToFailHasADelayOfItsOwn() {
    Scenario floor = offered(EVERYDAY.retryingAfter(DELAYS));
    floor.at("10s").caller("one").dials("info");
    floor.at("25s").expectLastOfferFailed("one", Why.NO_ANSWER);
    floor.at("34s").expectState("anna", AgentState.RETRY_DELAY);
    declinesAt(floor, "35s");
    floor.at("54s").expectState("anna", AgentState.RETRY_DELAY);
    floor.agent("anna").phoneIs(ObligingPbx.Manner.ENGAGED);
    floor.at("55s").expectLastOfferFailed("one", Why.BUSY);
    floor.at("84s").expectState("anna", AgentState.RETRY_DELAY);
    floor.agent("anna").phoneIs(ObligingPbx.Manner.UNREGISTERED);
    floor.at("85s").expectLastOfferFailed("one", Why.UNREACHABLE);
    floor.agent("anna").phoneIs(ObligingPbx.Manner.RINGS);
    floor.at("124s").expectState("anna", AgentState.RETRY_DELAY);
    floor.at("125s").expectOffer("one", "anna");
  }

  @Test
  void whoDeclinesTooOftenInARowIsPaused() {
    Scenario floor = offered(EVERYDAY.declining(2, false));
    floor.at("10s").caller("one").dials("info");
    declinesAt(floor, "11s");
    declinesAt(floor, "16s");
    floor.expectState("anna", AgentState.PAUSED);
    floor.expectHappened(1, new AgentEvent.Paused(new AgentId("anna"), "rejected", true));
    floor.agent("anna").expectMisses(0);
    floor.at("30s").agent("anna").isReady();
    declinesAt(floor, "31s");
    floor.expectState("anna", AgentState.RETRY_DELAY);
  }

  @Test
  void decliningMayCountLikeNotAnswering() {
    Scenario floor = offered(EVERYDAY.pausingAfter(2).declining(0, true));
    floor.at("10s").caller("one").dials("info");
    floor.at("25s").expectLastOfferFailed("one", Why.NO_ANSWER);
    declinesAt(floor, "30s");
    floor.expectState("anna", AgentState.PAUSED);
    floor.expectHappened(1, new AgentEvent.Paused(new AgentId("anna"), "no-answer", true));
  }

  @Test
  void anAnswerStartsTheCountOfRejectionsAnew() {
    Scenario floor = offered(EVERYDAY.declining(2, false));
    floor.at("10s").caller("one").dials("info");
    declinesAt(floor, "11s");
    floor.at("17s").agent("anna").answers();
    floor.at("20s").caller("one").hangsUp();
    floor.at("21s").caller("two").dials("info");
    floor.at("22s").agent("anna").declines();
    floor.expectState("anna", AgentState.RETRY_DELAY);
  }

  /** Anna picks up to dial in the very moment in which Turno asks the PBX to ring her. */
  @Test
  void aPhoneThatGotBusyInTheMomentOfTheOfferIsNotTriedAgainAndAgain() {
    Scenario floor = offered(EVERYDAY);
    floor.at("10s").caller("one").dials("info");
    floor.agent("anna").phoneBecomes(PhoneState.BUSY);
    floor.at("12s").agent("anna").declinesOnThePhone();
    floor.at("16s").expectState("anna", AgentState.RETRY_DELAY);
    floor.at("17s").expectState("anna", AgentState.PHONE_BUSY);
    floor.at("60s").expectWaiting("one", "info");
    floor.at("61s").agent("anna").phoneBecomes(PhoneState.FREE);
    floor.expectOffer("one", "anna");
  }

  @Test
  void aPhoneThatWasBusyWithTheOfferItselfIsFreeAfterwards() {
    Scenario floor = offered(EVERYDAY);
    floor.at("10s").caller("one").dials("info");
    floor.agent("anna").phoneBecomes(PhoneState.BUSY);
    floor.at("12s").agent("anna").declinesOnThePhone();
    floor.at("13s").agent("anna").phoneBecomes(PhoneState.FREE);
    floor.at("17s").expectOffer("one", "anna");
  }

  @Test
  void aPhoneThatIsStillBusyAfterWrapUpIsNotAsked() {
    Scenario floor =
        open(
            new FloorBuilder()
                .queue(QueuePlan.of("info").with(new WrapUpPolicy(10_000)))
                .agents("anna"));
    floor.at("1s").agent("anna").signsIn();
    floor.at("10s").caller("one").dials("info");
    floor.agent("anna").phoneBecomes(PhoneState.BUSY);
    floor.at("12s").agent("anna").answers();
    floor.at("20s").caller("one").hangsUp();
    floor.at("30s").expectState("anna", AgentState.PHONE_BUSY);
  }
}
