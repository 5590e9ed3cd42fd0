package org.turno.acd.scenario;

import org.junit.jupiter.api.Test;
import org.turno.acd.agent.AgentState;

/** Priority, age, idleness, skills. */
final class WhoGetsWhomTest extends ScenarioTest {
  @Test
  void theCallerOfHigherPriorityGoesFirstAndAmongEqualsTheOlder() {
    Scenario floor =
        open(new FloorBuilder().queue("info").line("urgent", "info", 10).agents("anna"));
    floor.at("1s").caller("first").dials("info");
    floor.at("2s").caller("second").dials("info");
    floor.at("3s").caller("urgent").dials("urgent");
    floor.at("5s").agent("anna").signsIn();
    floor.expectOffer("urgent", "anna");
    floor.at("8s").agent("anna").answers();
    floor.expectTalking("urgent", "anna");
    floor.at("60s").caller("urgent").hangsUp();
    floor.expectOffer("first", "anna");
    floor.expectWaiting("second", "info");
  }

  @Test
  void theAgentIdleForLongestIsAskedFirst() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna", "bea", "carla"));
    floor.signIn("bea", "anna", "carla");
    floor.at("10s").caller("one").dials("info");
    floor.expectOffer("one", "bea");
    floor.at("11s").caller("two").dials("info");
    floor.expectOffer("two", "anna");
    floor.at("12s").agent("bea").answers();
    floor.at("20s").caller("one").hangsUp();
    floor.at("21s").caller("three").dials("info");
    floor.expectOffer("three", "carla");
    floor.at("22s").caller("four").dials("info");
    floor.expectOffer("four", "bea");
  }

  @Test
  void aPauseCountsAsNoIdleTime() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna", "bea"));
    floor.signIn("anna", "bea");
    floor.at("10s").agent("anna").pauses("coffee");
    floor.at("20s").agent("anna").isReady();
    floor.at("30s").caller("one").dials("info");
    floor.expectOffer("one", "bea");
  }

  @Test
  void onlyAnAgentWithTheSkillAndItsLevelIsAsked() {
    Scenario floor =
        open(
            new FloorBuilder()
                .queue("english", queue -> queue.requires("english >= 50"))
                .agent("anna", "english=40")
                .agent("bea", "")
                .agent("carla", "english=50"));
    floor.signIn("anna", "bea", "carla");
    floor.at("10s").caller("one").dials("english");
    floor.expectOffer("one", "carla");
    floor.at("11s").caller("two").dials("english");
    floor.expectWaiting("two", "english");
    floor.expectState("anna", AgentState.AVAILABLE);
  }

  @Test
  void aCallerWhomNobodyFreeMayServeDoesNotHoldUpTheOnesBehind() {
    Scenario floor =
        open(
            new FloorBuilder()
                .queue("english", queue -> queue.requires("english"))
                .queue("info")
                .line("urgent", "english", 10)
                .agents("anna"));
    floor.at("1s").caller("head").dials("urgent");
    floor.at("2s").caller("behind").dials("info");
    floor.at("5s").agent("anna").signsIn();
    floor.expectWaiting("head", "english");
    floor.expectOffer("behind", "anna");
  }

  @Test
  void whoeverIsFreeGetsTheCallerAtOnce() {
    Scenario floor = open(new FloorBuilder().queue("info").agents("anna", "bea"));
    floor.at("1s").agent("anna").signsIn();
    floor.at("2s").caller("one").dials("info");
    floor.at("3s").caller("two").dials("info");
    floor.expectOffer("one", "anna");
    floor.expectWaiting("two", "info");
    floor.at("4s").agent("bea").signsIn();
    floor.expectOffer("two", "bea");
  }
}
