package org.turno.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turno.acd.engine.Entry;

/** What holds of every figure at every instant, whatever happens. */
final class FiguresEquationTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final long EVENING_MS = 1_795_374_000_000L;

  @Test
  void everyContactThatCameIsSomewhereAtEveryInstant() {
    for (long seed = 0; seed < 60; seed++) {
      RandomDay day = new RandomDay(seed, 4, 9, EVENING_MS, 20_000);
      LiveFigures figures = new LiveFigures(MADRID, FiguresObserver.NONE);
      for (int i = 0; i < 1_500; i++) {
        figures.apply(day.next());
        check(figures.snapshot(), "seed " + seed + " entry " + i);
      }
    }
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
    long talking = figures.totals().staffing().byState().of(AgentState.TALKING);
    long connecting =
        figures.contacts().stream().filter(c -> c.state() == ContactState.CONNECTING).count();
    assertEquals(figures.totals().talking() + connecting, talking, where + ": talking agents");
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

  @Test
  void aRestartFromTheJournalContinuesTheFiguresExactly() {
    for (long seed = 0; seed < 20; seed++) {
      RandomDay day = new RandomDay(seed, 3, 6, EVENING_MS, 20_000);
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
  void theReadingOfFiguresChangesNone() {
    RandomDay day = new RandomDay(7, 3, 6, EVENING_MS, 20_000);
    LiveFigures read = new LiveFigures(MADRID, FiguresObserver.NONE);
    LiveFigures unread = new LiveFigures(MADRID, FiguresObserver.NONE);
    for (int i = 0; i < 2_000; i++) {
      Entry entry = day.next();
      read.apply(entry);
      read.snapshot();
      unread.apply(entry);
    }
    assertEquals(unread.snapshot(), read.snapshot());
  }
}
