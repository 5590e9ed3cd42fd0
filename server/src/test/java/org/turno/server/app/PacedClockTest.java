package org.turno.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Simulated time and a machine that does not keep up. */
final class PacedClockTest {
  private static final int STEPS = 20;

  /** Two ticks of half a millisecond each, a hundred times as fast. */
  private static final long LONGEST_STEP_MS = 100;

  @Test
  void itStandsStillUntilItIsStarted() {
    try (PacedClock clock = new PacedClock(1_000, 100)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));

      assertEquals(1_000, clock.nowMs());
    }
  }

  @Test
  void whateverTakesLongMakesTheDayLongerAndNeverLeaps() {
    List<Long> times = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> seenEnough = new CompletableFuture<>();
    try (PacedClock clock = new PacedClock(1_000, 100)) {
      clock.start(
          () -> {
            times.add(clock.nowMs());
            // At a hundred times the speed this would be two simulated seconds.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            if (times.size() >= STEPS) {
              seenEnough.complete(null);
            }
          });
      seenEnough.join();
    }
    for (int i = 1; i < STEPS; i++) {
      long stepMs = times.get(i) - times.get(i - 1);
      assertTrue(stepMs > 0 && stepMs <= LONGEST_STEP_MS, () -> "steps at " + times);
    }
  }
}
