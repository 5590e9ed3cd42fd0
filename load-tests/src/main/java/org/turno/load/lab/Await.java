package org.turno.load.lab;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for something to become true, never longer than told. */
public final class Await {
  private static final long STEP_NANOS = 10_000_000;

  private Await() {}

  /**
   * Looks every 10 ms until the condition holds.
   *
   * @param what completes "waited … for": it is in the message when time is up
   * @param detail adds to that message what is there instead
   * @throws LabException when the deadline passes or the thread is interrupted
   */
  public static void until(
      String what, Duration deadline, BooleanSupplier condition, Supplier<String> detail) {
    long endNanos = System.nanoTime() + deadline.toNanos();
    while (!condition.getAsBoolean()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new LabException("interrupted while waiting for " + what);
      }
      if (System.nanoTime() - endNanos > 0) {
        throw new LabException("waited " + deadline + " for " + what + ": " + detail.get());
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
  }

  /** As above, when there is no more to say than that it did not happen. */
  public static void until(String what, Duration deadline, BooleanSupplier condition) {
    until(what, deadline, condition, () -> "it did not happen");
  }

  /** Lets time pass. */
  static void pass(Duration time) {
    long endNanos = System.nanoTime() + time.toNanos();
    while (System.nanoTime() - endNanos < 0) {
      if (Thread.currentThread().isInterrupted()) {
        throw new LabException("interrupted");
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
  }
}
