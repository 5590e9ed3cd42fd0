package org.turno.acd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of Turno's time when somebody sets the machine's clock. */
final class SteadyClockTest {
  private static final long HOUR_MS = 3_600_000;
  private static final long START_MS = 1_800_000_000_000L;

  private long wallMs = START_MS;
  private long nanos = 17;
  private final SteadyClock clock = new SteadyClock(() -> wallMs, () -> nanos);

  private void passes(long ms) {
    for (long i = 0; i < ms; i += 50) {
      nanos += TimeUnit.MILLISECONDS.toNanos(50);
      wallMs += 50;
      clock.nowMs();
    }
  }

  @Test
  void itShowsTheMachinesTimeWhileNobodySetsIt() {
    passes(10_000);
    assertEquals(wallMs, clock.nowMs());
  }

  @Test
  void hoursForwardMakeNoTimerExpireBeforeItsTime() {
    wallMs += 5 * HOUR_MS;
    long before = clock.nowMs();
    passes(10_000);
    assertTrue(Math.abs(clock.nowMs() - before - 11_000) <= 1);
  }

  @Test
  void hoursBackDoNotMakeTimersStandStill() {
    wallMs -= 5 * HOUR_MS;
    long before = clock.nowMs();
    passes(10_000);
    assertTrue(Math.abs(clock.nowMs() - before - 9_000) <= 1);
  }

  @Test
  void itComesBackToTheMachinesTime() {
    wallMs -= 3_000;
    passes(40_000);
    assertEquals(wallMs, clock.nowMs());
    wallMs += 3_000;
    passes(40_000);
    assertEquals(wallMs, clock.nowMs());
  }

  @Test
  void aJournalThatIsAheadOfTheMachineGoesOnFromItsOwnTime() {
    clock.notBefore(START_MS + HOUR_MS);
    assertEquals(START_MS + HOUR_MS, clock.nowMs());
    passes(10_000);
    assertTrue(clock.nowMs() >= START_MS + HOUR_MS + 9_000 - 1, "time goes on");
  }
}
