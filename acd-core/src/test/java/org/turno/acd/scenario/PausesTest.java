package org.turno.acd.scenario;

import org.junit.jupiter.api.Test;
import org.turno.acd.agent.AgentState;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.plan.AgentId;

/** Pauses with reasons that the configuration lists, asked for now or ahead, and their limits. */
final class PausesTest extends ScenarioTest {
  private static final AgentId ANNA = new AgentId("anna");

  private Scenario floor() {
    Scenario floor =
        open(
            new FloorBuilder()
                .queue("info", q -> q.wrapUp(30_000))
                .pause("lunch", true, 60_000)
                .pause("coffee", false, 0)
                .agents("anna"));
    floor.at("1s").agent("anna").signsIn();
    return floor;
  }

  @Test
  void aReasonThatIsNotListedIsRefusedWithTheList() {
    Scenario floor = floor();
    floor.at("5s").agent("anna").pauses("luhcn");
    floor.expectRefused("'luhcn' is no reason for a pause: use one of lunch, coffee");
    floor.expectState("anna", AgentState.AVAILABLE);
  }

  @Test
  void whereNoneIsListedAnyReasonGoes() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna"));
    floor.at("1s").agent("anna").signsIn();
    floor.at("5s").agent("anna").pauses("whatever");
    floor.expectState("anna", AgentState.PAUSED);
  }

  @Test
  void aPausePlannedAheadBeginsAtItsTime() {
    Scenario floor = floor();
    floor.at("10s").agent("anna").plansPause("lunch", 20_000);
    floor.at("29s").expectState("anna", AgentState.AVAILABLE);
    floor.at("30s").expectState("anna", AgentState.PAUSED);
  }

  @Test
  void aPlannedPauseThatComesDueInMidCallBeginsWhenTheWorkIsDone() {
    Scenario floor = floor();
    floor.at("5s").agent("anna").plansPause("lunch", 20_000);
    floor.at("10s").caller("one").dials("info");
    floor.at("12s").agent("anna").answers();
    floor.at("25s").expectState("anna", AgentState.TALKING);
    floor.at("40s").caller("one").hangsUp();
    floor.at("69s").expectState("anna", AgentState.WRAP_UP);
    floor.at("70s").expectState("anna", AgentState.PAUSED);
  }

  @Test
  void onlyAReasonThatTheShiftForeseesCanBePlannedAhead() {
    Scenario floor = floor();
    floor.at("5s").agent("anna").plansPause("coffee", 20_000);
    floor.expectRefused("ask when it is time, or plan one of lunch");
  }

  @Test
  void sayingReadyGivesAPlannedPauseUp() {
    Scenario floor = floor();
    floor.at("5s").agent("anna").plansPause("lunch", 20_000);
    floor.at("10s").agent("anna").isReady();
    floor.at("60s").expectState("anna", AgentState.AVAILABLE);
  }

  @Test
  void whoGoesHomeHasNoPlannedPauseOnTheNextDay() {
    Scenario floor = floor();
    floor.at("5s").agent("anna").plansPause("lunch", 20_000);
    floor.at("6s").agent("anna").signsOut();
    floor.at("7s").agent("anna").signsIn();
    floor.at("60s").expectState("anna", AgentState.AVAILABLE);
  }

  @Test
  void aPauseThatLastsTooLongIsToldOnceAndNotEnded() {
    Scenario floor = floor();
    AgentEvent.PauseOverran told = new AgentEvent.PauseOverran(ANNA, "lunch", 60_000);
    floor.at("10s").agent("anna").pauses("lunch");
    floor.at("69s").expectHappened(0, told);
    floor.at("70s").expectHappened(1, told);
    floor.at("10m").expectHappened(1, told);
    floor.expectState("anna", AgentState.PAUSED);
  }

  @Test
  void theTimeOfAPauseCountsFromTheEndOfTheWorkInHand() {
    Scenario floor = floor();
    AgentEvent.PauseOverran told = new AgentEvent.PauseOverran(ANNA, "lunch", 60_000);
    floor.at("10s").caller("one").dials("info");
    floor.at("12s").agent("anna").answers();
    floor.at("20s").agent("anna").pauses("lunch");
    floor.at("100s").caller("one").hangsUp();
    floor.at("110s").agent("anna").endsWrapUp();
    floor.at("169s").expectHappened(0, told);
    floor.at("170s").expectHappened(1, told);
  }

  @Test
  void whoIsBackInTimeIsNotReported() {
    Scenario floor = floor();
    floor.at("10s").agent("anna").pauses("lunch");
    floor.at("60s").agent("anna").isReady();
    floor.at("5m").expectHappened(0, new AgentEvent.PauseOverran(ANNA, "lunch", 60_000));
  }
}
