package org.turno.acd.engine;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The machine's clock without its jumps. Somebody who sets it hours forward must not make every
 * timer expire at once, and who sets it back must not make them stand still: so this one runs with
 * the time since the start and nears the machine's by at most a tenth of what passes. Only a start
 * takes the machine's time as it is. Safe for any thread.
 */
final class SteadyClock implements EngineClock {
  /** The part of the time that passes by which it may be corrected: one in so many. */
  private static final long CORRECTION = 10;

  private final LongSupplier wallMs;
  private final LongSupplier nanoTime;
  private long atNanos;
  private long shownNanos;

  SteadyClock(LongSupplier wallMs, LongSupplier nanoTime) {
    this.wallMs = wallMs;
    this.nanoTime = nanoTime;
    this.atNanos = nanoTime.getAsLong();
    this.shownNanos = TimeUnit.MILLISECONDS.toNanos(wallMs.getAsLong());
  }

  @Override
  public synchronized long nowMs() {
    long nowNanos = nanoTime.getAsLong();
    long passed = nowNanos - atNanos;
    long wall = TimeUnit.MILLISECONDS.toNanos(wallMs.getAsLong());
    long most = passed / CORRECTION;
    long off = wall - (shownNanos + passed);
    atNanos = nowNanos;
    shownNanos += passed + Math.clamp(off, -most, most);
    return TimeUnit.NANOSECONDS.toMillis(shownNanos);
  }

  @Override
  public synchronized void notBefore(long timeMs) {
    shownNanos = Math.max(shownNanos, TimeUnit.MILLISECONDS.toNanos(timeMs));
  }

  @Override
  public double speed() {
    return 1;
  }
}
