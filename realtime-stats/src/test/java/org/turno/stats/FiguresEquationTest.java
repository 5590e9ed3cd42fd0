package org.turno.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.journal.SnapshotCodec;
import org.turno.stats.metrics.MetricsImage;
import org.turno.stats.metrics.MetricsSources;
import org.turno.stats.metrics.TurnoMetrics;

/** What holds of every figure at every instant, whatever happens. */
final class FiguresEquationTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  /** Half past eleven in the evening: every run passes midnight. */
  private static final long EVENING_MS = 1_795_386_600_000L;

  @Test
  void every_contact_that_came_is_somewhere_at_every_instant() {
    Set<AgentState> seen = EnumSet.noneOf(AgentState.class);
    long handled = 0;
    long unanswered = 0;
    for (long seed = 0; seed < 40; seed++) {
      CoreDay day = day(seed);
      LiveFigures figures = new LiveFigures(MADRID, FiguresObserver.NONE);
      for (int i = 0; i < 2_000; i++) {
        figures.apply(day.next());
        FloorFigures now = figures.snapshot();
        check(now, "seed " + seed + " entry " + now.seq());
        agreesWithCore(now, day.state(), "seed " + seed + " entry " + now.seq());
        now.agents().forEach(agent -> seen.add(agent.state()));
      }
      Tally tally = figures.snapshot().totals().tally();
      handled += tally.handled();
      unanswered += tally.endedUnanswered();
    }
    assertEquals(EnumSet.allOf(AgentState.class), seen, "every state was met");
    assertTrue(
        handled > 100 && unanswered > 1_000, "handled " + handled + ", unanswered " + unanswered);
  }

  private static CoreDay day(long seed) {
    return new CoreDay(seed, TestPlans.floor(4, 9), EVENING_MS, 3_000);
  }

  private static void check(FloorFigures figures, String where) {
    checkGroup(figures.totals(), where + " totals");
    figures.queues().forEach(q -> checkGroup(q.figures(), where + " queue " + q.id()));
    assertEquals(
        figures.contacts().size(),
        figures.queues().stream()
            .map(QueueFigures::figures)
            .mapToInt(g -> g.waiting() + g.ringing() + g.talking())
            .sum(),
        where + ": contacts and queues agree");
  }

  private static void checkGroup(GroupFigures group, String where) {
    Tally t = group.tally();
    assertEquals(
        t.offered(),
        t.answered() + t.endedUnanswered() + group.waiting() + group.ringing(),
        where + ": offered");
    assertTrue(group.waiting() >= 0 && group.ringing() >= 0 && group.talking() >= 0, where);
    assertTrue(t.shortAbandoned() <= t.abandoned() && t.answeredInTime() <= t.answered(), where);
  }

  /** The figures are made from events alone, and still tell what the core holds to be true. */
  private static void agreesWithCore(FloorFigures figures, AcdState core, String where) {
    assertEquals(
        core.contacts().stream().map(c -> c.id() + " " + c.queue() + " " + c.priority()).toList(),
        figures.contacts().stream()
            .filter(c -> c.line() != null)
            .map(c -> c.id() + " " + c.queue() + " " + c.priority())
            .toList(),
        where + ": contacts");
    agreesOnObserved(figures, core, where);
    for (AgentFigures agent : figures.agents()) {
      if (agent.observed() != null) {
        continue;
      }
      assertEquals(
          String.valueOf(core.agentState(agent.id())),
          agent.state().name(),
          where + ": agent " + agent.id());
    }
  }

  private static void agreesOnObserved(FloorFigures figures, AcdState core, String where) {
    Set<String> known = new TreeSet<>();
    core.observed()
        .pbx(ObservedChaos.OLD)
        .contacts()
        .forEach(c -> known.add(c.id() + " " + c.queue() + " " + c.talking()));
    Set<String> shown = new TreeSet<>();
    figures.contacts().stream()
        .filter(c -> c.line() == null)
        .forEach(
            c -> shown.add(c.id() + " " + c.queue() + " " + (c.state() == ContactState.TALKING)));
    assertEquals(known, shown, where + ": observed contacts");
    for (QueueFigures queue : figures.queues()) {
      if (queue.observed() != null) {
        assertEquals(
            core.observed().pbx(ObservedChaos.OLD).agents(queue.id()).size(),
            queue.figures().staffing().byState().counts().values().stream()
                .mapToInt(Integer::intValue)
                .sum(),
            where + ": agents of " + queue.id());
      }
    }
  }

  @Test
  void a_restart_from_the_journal_continues_the_figures_exactly() {
    for (long seed = 0; seed < 20; seed++) {
      CoreDay day = day(seed);
      List<Entry> journal = new ArrayList<>();
      LiveFigures before = new LiveFigures(MADRID, FiguresObserver.NONE);
      for (int i = 0; i < 2_000; i++) {
        Entry entry = day.next();
        journal.add(entry);
        before.apply(entry);
        before.snapshot();
      }
      LiveFigures after = new LiveFigures(MADRID, FiguresObserver.NONE);
      journal.forEach(after::apply);
      for (int i = 0; i < 500; i++) {
        Entry entry = day.next();
        before.apply(entry);
        after.apply(entry);
      }
      assertEquals(before.snapshot(), after.snapshot(), "seed " + seed);
    }
  }

  @Test
  void a_restart_from_a_snapshot_continues_figures_and_metrics_exactly() {
    SnapshotCodec<FiguresImage> codec = new SnapshotCodec<>(FiguresImage.class);
    SnapshotCodec<MetricsImage> metricsCodec = new SnapshotCodec<>(MetricsImage.class);
    for (long seed = 0; seed < 10; seed++) {
      CoreDay day = day(seed);
      TurnoMetrics liveMetrics = metrics();
      TurnoMetrics restoredMetrics = metrics();
      LiveFigures live = new LiveFigures(MADRID, liveMetrics);
      LiveFigures restored = new LiveFigures(MADRID, restoredMetrics);
      for (int i = 1; i <= 2_000; i++) {
        Entry entry = day.next();
        live.apply(entry);
        restored.apply(entry);
        assertEquals(live.snapshot(), restored.snapshot(), "seed " + seed + " entry " + i);
        if (i % 50 == 0) {
          byte[] kept = codec.encode(i, live.image());
          byte[] keptMetrics = metricsCodec.encode(i, liveMetrics.image());
          restoredMetrics = metrics();
          restoredMetrics.restore(metricsCodec.decode(i, keptMetrics));
          restored = LiveFigures.of(codec.decode(i, kept), MADRID, restoredMetrics);
          assertEquals(live.image(), restored.image(), "seed " + seed + " entry " + i);
          assertEquals(live.snapshot(), restored.snapshot(), "seed " + seed + " entry " + i);
        }
      }
      assertEquals(
          seriesOf(liveMetrics, live.snapshot()), seriesOf(restoredMetrics, live.snapshot()));
    }
  }

  private static TurnoMetrics metrics() {
    return new TurnoMetrics(new MetricsSources(() -> 0, () -> 0));
  }

  /** Without the moment at which each series was made, and in an order of its own. */
  private static List<String> seriesOf(TurnoMetrics metrics, FloorFigures figures) {
    return metrics
        .scrape(figures, figures.timeMs())
        .lines()
        .filter(line -> !line.contains("_created"))
        .sorted()
        .toList();
  }
}
