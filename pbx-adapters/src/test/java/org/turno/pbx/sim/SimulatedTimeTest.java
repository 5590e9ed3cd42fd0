package org.turno.pbx.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.turno.acd.engine.EngineClock;

/** Simulated time, in jumps and accelerated. */
final class SimulatedTimeTest {
  @Test
  void tasksRunByTimeAndThoseOfOneMomentInTheOrderOfScheduling() {
    VirtualScheduler time = new VirtualScheduler(500);
    List<String> ran = new ArrayList<>();
    time.schedule(20, () -> ran.add("late at " + time.nowMs()));
    time.schedule(
        10,
        () -> {
          ran.add("first at " + time.nowMs());
          time.schedule(0, () -> ran.add("third at " + time.nowMs()));
        });
    time.schedule(10, () -> ran.add("second at " + time.nowMs()));
    time.schedule(100, () -> ran.add("too late"));
    time.runUntil(550);
    assertEquals(List.of("first at 510", "second at 510", "third at 510", "late at 520"), ran);
    assertEquals(550, time.nowMs());
  }

  @Test
  void aMinuteOfAcceleratedTimePassesInAFractionOfASecond() throws InterruptedException {
    EngineClock clock = EngineClock.accelerated(0, 600);
    List<String> ran = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    try (RealTimeScheduler time = new RealTimeScheduler(clock)) {
      time.schedule(
          60_000,
          () -> {
            ran.add("second");
            done.countDown();
          });
      time.schedule(30_000, () -> ran.add("first"));
      assertTrue(done.await(20, TimeUnit.SECONDS), "a task that was due never ran");
    }
    assertEquals(List.of("first", "second"), ran);
    assertTrue(clock.nowMs() >= 60_000);
  }
}
