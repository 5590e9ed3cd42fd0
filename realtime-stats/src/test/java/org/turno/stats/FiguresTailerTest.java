package org.turno.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.turno.acd.engine.Entry;

/** Figures that follow a journal while it grows. */
final class FiguresTailerTest {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);
  private final ConcurrentLinkedQueue<Entry> journal = new ConcurrentLinkedQueue<>();
  private final CoreDay day = new CoreDay(3, TestPlans.floor(3, 6), FloorScript.START_MS, 3_000);

  private FiguresTailer tailer() {
    return new FiguresTailer(
        journal::poll, new LiveFigures(FloorScript.MADRID, FiguresObserver.NONE));
  }

  private void write(int entries) {
    for (int i = 0; i < entries; i++) {
      journal.add(day.next());
    }
  }

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + LIMIT_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        fail("in vain: " + what);
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void reads_the_journal_to_its_end_and_then_publishes_what_comes() {
    write(5_000);
    try (FiguresTailer tailer = tailer()) {
      List<Long> published = new CopyOnWriteArrayList<>();
      tailer.subscribe(figures -> published.add(figures.seq()));
      assertFalse(tailer.caughtUp());
      tailer.start();
      await("caught up", tailer::caughtUp);
      assertEquals(5_000, tailer.current().seq(), "caught up means published");
      write(100);
      await("the newest entries", () -> tailer.current().seq() == 5_100);
      assertEquals(published.stream().sorted().distinct().toList(), published, "in order, once");
    }
  }

  @Test
  void a_burst_is_published_together_and_not_entry_by_entry() {
    try (FiguresTailer tailer = tailer()) {
      List<Long> published = new CopyOnWriteArrayList<>();
      tailer.subscribe(figures -> published.add(figures.seq()));
      tailer.start();
      await("caught up", tailer::caughtUp);
      write(3_000);
      await("the burst", () -> tailer.current().seq() == 3_000);
      assertTrue(published.size() < 300, "publications: " + published.size());
    }
  }

  @Test
  void a_subscriber_that_fails_harms_neither_the_figures_nor_the_others() {
    try (FiguresTailer tailer = tailer()) {
      CountDownLatch told = new CountDownLatch(2);
      Runnable unsubscribe =
          tailer.subscribe(
              figures -> {
                throw new IllegalStateException("on purpose");
              });
      tailer.subscribe(figures -> told.countDown());
      tailer.start();
      write(10);
      await("first publication", () -> told.getCount() <= 1);
      unsubscribe.run();
      write(10);
      await("second publication", () -> told.getCount() == 0);
      assertTrue(tailer.failure().isEmpty());
    }
  }

  @Test
  void a_journal_that_cannot_be_read_stops_the_figures_and_they_say_so() {
    try (FiguresTailer tailer =
        new FiguresTailer(
            () -> {
              throw new IllegalStateException("damaged");
            },
            new LiveFigures(FloorScript.MADRID, FiguresObserver.NONE))) {
      tailer.start();
      await("the failure", () -> tailer.failure().isPresent());
      assertTrue(tailer.failure().orElseThrow().contains("turno journal verify"));
    }
  }
}
