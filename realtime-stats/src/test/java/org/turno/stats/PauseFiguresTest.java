package org.turno.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.PauseReason;
import org.turno.stats.metrics.MetricsSources;
import org.turno.stats.metrics.TurnoMetrics;

/** What pauses look like in figures: by reason, paid and unpaid, too long, planned. */
final class PauseFiguresTest {
  private static final AgentId A0 = new AgentId("a0");
  private static final AgentId A1 = new AgentId("a1");
  private static final PauseReason LUNCH =
      new PauseReason("lunch", "Comida", "Lunch", false, true, 60_000);
  private static final PauseReason TRAINING =
      new PauseReason("training", "Formación", "Training", true, true, 0);

  private final TurnoMetrics metrics = new TurnoMetrics(new MetricsSources(() -> 0, () -> 0));
  private final FloorScript floor = floor();

  private FloorScript floor() {
    FloorScript script = new FloorScript(metrics);
    script.entry(
        new SystemEvent.PlanApplied(TestPlans.floor(3, 4).withPauses(List.of(LUNCH, TRAINING))));
    return script.signIn("a0").signIn("a1");
  }

  private void pauses(AgentId agent, String reason) {
    floor.entry(new AgentEvent.Paused(agent, reason, false));
  }

  private PauseFigures reason(String name) {
    return floor.now().pauses().stream()
        .filter(p -> p.reason().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static long ms(double seconds) {
    return FloorScript.START_MS + Math.round(seconds * 1_000);
  }

  @Test
  void timeIsCountedByReasonAndSplitIntoPaidAndUnpaid() {
    floor.at(10);
    pauses(A0, "lunch");
    floor.at(20);
    pauses(A1, "training");
    floor.at(40).entry(new AgentEvent.Resumed(A0));

    assertEquals(30_000, reason("lunch").totalMs(ms(50)));
    assertEquals(0, reason("lunch").agents());
    assertEquals(30_000, reason("training").totalMs(ms(50)));
    assertEquals(1, reason("training").agents());
    assertEquals(30_000, floor.now().pausedMs(false, ms(50)));
    assertEquals(40_000, floor.now().pausedMs(true, ms(60)));
    assertEquals(30_000, floor.agent("a0").pauses().unpaidMs());
  }

  @Test
  void aPauseAskedForDuringWorkCountsFromItsEnd() {
    floor.at(0).arrives("c", "q0").offered("c", "q0", "a0").answers("c", "a0", 0);
    floor.at(10);
    pauses(A0, "lunch");
    assertEquals(0, reason("lunch").agents());
    floor.at(20).hangsUp("c", "q0", "a0", 20);
    floor.at(25).wrapUpEnds("a0");
    assertEquals(5_000, reason("lunch").totalMs(ms(30)));
  }

  @Test
  void anotherReasonWithinAPauseIsCountedApart() {
    floor.at(10);
    pauses(A0, "lunch");
    floor.at(15);
    pauses(A0, "training");
    assertEquals(5_000, reason("lunch").totalMs(ms(100)));
    assertEquals(85_000, reason("training").totalMs(ms(100)));
  }

  @Test
  void screensHaveTheWordsOfBothLanguagesAndSeeWhatIsTooLong() {
    floor.at(10);
    pauses(A0, "lunch");
    assertEquals("Comida", floor.agent("a0").pauses().textEs());
    assertEquals("Lunch", floor.agent("a0").pauses().textEn());
    assertFalse(floor.agent("a0").pauses().overran());
    floor.at(70).entry(new AgentEvent.PauseOverran(A0, "lunch", 60_000));
    assertTrue(floor.agent("a0").pauses().overran());
    floor.at(80).entry(new AgentEvent.Resumed(A0));
    assertFalse(floor.agent("a0").pauses().overran());
  }

  @Test
  void aPlannedPauseIsShownWithItsTime() {
    floor.entry(new AgentEvent.PausePlanned(A0, "lunch", ms(600)));
    assertEquals("lunch", floor.agent("a0").pauses().planned());
    assertEquals(ms(600), floor.agent("a0").pauses().plannedAtMs());
    floor.entry(new AgentEvent.PausePlanEnded(A0, "lunch"));
    assertEquals(0, floor.agent("a0").pauses().plannedAtMs());
  }

  @Test
  void atMidnightTheTimeBeginsAnew() {
    floor.at(0);
    pauses(A0, "lunch");
    double midnight = 12 * 3_600;
    floor.at(midnight + 60).entry(new AgentEvent.Resumed(A0));
    assertEquals(60_000, reason("lunch").totalMs(ms(midnight + 100)));
    assertEquals(60_000, floor.agent("a0").pauses().unpaidMs());
  }

  @Test
  void metricsNameOnlyReasonsThatAreConfigured() {
    floor.at(10);
    pauses(A0, "lunch");
    pauses(A1, "my own words");
    floor.at(70).entry(new AgentEvent.PauseOverran(A0, "lunch", 60_000));
    floor.at(90).entry(new AgentEvent.Resumed(A0), new AgentEvent.Resumed(A1));
    pauses(A0, "training");
    String text = metrics.scrape(floor.now(), ms(100));
    assertTrue(
        text.contains("acd_pause_seconds_total{reason=\"lunch\",paid=\"false\",} 80.0"), text);
    assertTrue(
        text.contains("acd_pause_seconds_total{reason=\"other\",paid=\"true\",} 80.0"), text);
    assertTrue(text.contains("acd_pause_overruns_total{reason=\"lunch\",} 1.0"), text);
    assertTrue(text.contains("acd_agents_paused{reason=\"training\",} 1.0"), text);
    assertFalse(text.contains("my own words"), text);
  }
}
