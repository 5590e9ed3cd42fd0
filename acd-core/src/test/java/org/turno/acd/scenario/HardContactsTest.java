package org.turno.acd.scenario;

import org.junit.jupiter.api.Test;
import org.turno.acd.agent.AgentState;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.HardContactPolicy;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.WrapUpPolicy;

/** Hard contacts in a row and the break that nobody shortens but a supervisor. */
final class HardContactsTest extends ScenarioTest {
  private static final AgentId ANNA = new AgentId("anna");
  private static final RoutingPolicy URGENT =
      new RoutingPolicy(
          AgentChoice.LONGEST_IDLE, 10, Ageing.NONE, java.util.List.of(), true, true, 0);

  private static QueuePlan queue(String name, int limit, long breakMs, boolean keepsAway) {
    return QueuePlan.of(name)
        .with(new WrapUpPolicy(30_000))
        .with(new HardContactPolicy(limit, breakMs, "hard-contacts", keepsAway));
  }

  private Scenario floor(int limit) {
    Scenario floor =
        open(
            new FloorBuilder()
                .queue(queue("women", limit, 60_000, false))
                .queue(QueuePlan.of("urgent").with(URGENT))
                .agents("anna"));
    floor.at("1s").agent("anna").signsIn();
    return floor;
  }

  /** A conversation of ten seconds from the moment that is reached. */
  private static void talks(Scenario floor, String caller, String from, String until) {
    floor.at(from).caller(caller).dials("women");
    floor.agent("anna").answers();
    floor.at(until).expectTalking(caller, "anna");
  }

  @Test
  void theBreakBeginsAfterTheWrapUpAndNotBefore() {
    Scenario floor = floor(1);
    talks(floor, "one", "10s", "15s");
    floor.agent("anna").marksHard();
    floor.at("20s").caller("one").hangsUp();
    floor.at("21s").caller("two").dials("women");
    floor.at("49s").expectState("anna", AgentState.WRAP_UP);
    floor.at("50s").expectState("anna", AgentState.PAUSED);
    floor.expectWaiting("two", "women");
    floor.at("109s").expectWaiting("two", "women");
    floor.at("110s").expectOffer("two", "anna");
  }

  @Test
  void theContactMayBeMarkedInWrapUpAndOnlyOnce() {
    Scenario floor = floor(1);
    talks(floor, "one", "10s", "15s");
    floor.at("20s").caller("one").hangsUp();
    floor.at("25s").agent("anna").marksHard();
    floor.at("26s").agent("anna").marksHard();
    floor.expectRefused("is marked already");
    floor.at("30s").agent("anna").endsWrapUp();
    floor.expectState("anna", AgentState.PAUSED);
    floor.at("31s").agent("anna").marksHard();
    floor.expectRefused("mark it during the conversation or its wrap-up");
  }

  @Test
  void theAgentCannotEndTheBreakNorEvadeItByGoingHomeForAMoment() {
    Scenario floor = floor(1);
    talks(floor, "one", "10s", "15s");
    floor.agent("anna").marksHard();
    floor.at("20s").caller("one").hangsUp();
    floor.at("60s").agent("anna").isReady();
    floor.expectRefused("is mandatory for 50 more seconds; only a supervisor can end it");
    floor.at("70s").agent("anna").signsOut();
    floor.at("71s").agent("anna").signsIn();
    floor.expectState("anna", AgentState.PAUSED);
    floor.at("109s").expectState("anna", AgentState.PAUSED);
    floor.at("110s").expectState("anna", AgentState.AVAILABLE);
  }

  @Test
  void theMostUrgentContactEndsNeitherTheWrapUpBeforeItNorTheBreak() {
    Scenario floor = floor(1);
    talks(floor, "one", "10s", "15s");
    floor.agent("anna").marksHard();
    floor.at("20s").caller("one").hangsUp();
    floor.at("25s").caller("urgent").dials("urgent");
    floor.at("26s").expectState("anna", AgentState.WRAP_UP);
    floor.at("60s").expectState("anna", AgentState.PAUSED);
    floor.expectWaiting("urgent", "urgent");
    floor.at("110s").expectOffer("urgent", "anna");
  }

  @Test
  void aSupervisorEndsItWithAReasonThatIsKept() {
    Scenario floor = floor(1);
    talks(floor, "one", "10s", "15s");
    floor.agent("anna").marksHard();
    floor.at("20s").caller("one").hangsUp();
    floor.at("60s").agent("anna").breakIsEndedBy("eva", "");
    floor.expectRefused("say who ends it and why");
    floor.at("61s").agent("anna").breakIsEndedBy("eva", "anna asked for it");
    floor.expectState("anna", AgentState.AVAILABLE);
    floor.expectHappened(1, new AgentEvent.Hard.BreakEnded(ANNA, "eva", "anna asked for it"));
    floor.at("62s").agent("anna").breakIsEndedBy("eva", "again");
    floor.expectRefused("is on no break and owes none");
  }

  @Test
  void onlyHardContactsInARowCount() {
    Scenario floor = floor(2);
    talks(floor, "one", "10s", "15s");
    floor.agent("anna").marksHard();
    floor.at("20s").caller("one").hangsUp();
    floor.at("21s").agent("anna").endsWrapUp();
    floor.expectState("anna", AgentState.AVAILABLE);
    talks(floor, "two", "30s", "35s");
    floor.at("40s").caller("two").hangsUp();
    floor.at("41s").agent("anna").endsWrapUp();
    talks(floor, "three", "50s", "55s");
    floor.agent("anna").marksHard();
    floor.at("60s").caller("three").hangsUp();
    floor.at("61s").agent("anna").endsWrapUp();
    floor.expectState("anna", AgentState.AVAILABLE);
    talks(floor, "four", "70s", "75s");
    floor.agent("anna").marksHard();
    floor.at("80s").caller("four").hangsUp();
    floor.at("81s").agent("anna").endsWrapUp();
    floor.expectState("anna", AgentState.PAUSED);
  }

  @Test
  void aPauseAskedForMeanwhileHoldsAfterTheBreak() {
    Scenario floor = floor(1);
    talks(floor, "one", "10s", "15s");
    floor.agent("anna").marksHard();
    floor.at("20s").caller("one").hangsUp();
    floor.at("60s").agent("anna").pauses("lunch");
    floor.at("2m").expectState("anna", AgentState.PAUSED);
    floor.agent("anna").isReady();
    floor.expectState("anna", AgentState.AVAILABLE);
  }

  @Test
  void anAgentAtTheLimitIsKeptFromThatQueueUntilAnOrdinaryContact() {
    Scenario floor =
        open(
            new FloorBuilder()
                .queue(queue("women", 1, 0, true))
                .queue("info")
                .agents("anna", "bea"));
    floor.at("1s").agent("anna").signsIn();
    floor.at("10s").caller("one").dials("women");
    floor.agent("anna").answers();
    floor.at("15s").agent("anna").marksHard();
    floor.at("20s").caller("one").hangsUp();
    floor.at("25s").agent("anna").endsWrapUp();
    floor.expectState("anna", AgentState.AVAILABLE);
    floor.at("30s").caller("two").dials("women");
    floor.expectWaiting("two", "women");
    floor.at("31s").agent("bea").signsIn();
    floor.expectOffer("two", "bea");
    floor.agent("bea").answers();
    floor.at("32s").caller("three").dials("women");
    floor.expectWaiting("three", "women");
    floor.at("33s").caller("easy").dials("info");
    floor.expectOffer("easy", "anna");
    floor.agent("anna").answers();
    floor.at("40s").caller("easy").hangsUp();
    floor.expectOffer("three", "anna");
  }

  @Test
  void theBreakGoesOnWhileTurnoIsAway() {
    Scenario floor = floor(1);
    talks(floor, "one", "10s", "15s");
    floor.agent("anna").marksHard();
    floor.at("20s").caller("one").hangsUp();
    floor.at("60s").turnoIsKilledAndStartsAgain();
    floor.inventoryComes();
    floor.expectState("anna", AgentState.PAUSED);
    floor.at("110s").expectState("anna", AgentState.AVAILABLE);
  }
}
