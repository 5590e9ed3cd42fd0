package org.turno.server.app;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.turno.acd.engine.EngineClock;

/**
 * A clock that runs faster than real time, but never faster than what it drives: it takes a small
 * step only after everything that was due has been done. On a slow or busy machine the simulated
 * day takes longer; nobody in it misses a call because of the machine.
 */
final class PacedClock implements EngineClock, AutoCloseable {
  /** The aim of one step, simulated. */
  private static final double STEP_MS = 50;

  private static final long MIN_TICK_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
  private static final long MAX_TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final double speed;
  private final long tickNanos;
  private volatile long nowMs;
  private volatile boolean closed;

  /** Stands at a time, epoch milliseconds, until it is started. */
  PacedClock(long startMs, double speed) {
    this.nowMs = startMs;
    this.speed = speed;
    long aimNanos = (long) (STEP_MS / speed * TimeUnit.MILLISECONDS.toNanos(1));
    this.tickNanos = Math.clamp(aimNanos, MIN_TICK_NANOS, MAX_TICK_NANOS);
  }

  /**
   * Begins to run.
   *
   * @param settle returns when everything that is due has been done
   */
  void start(Runnable settle) {
    Thread.ofPlatform().name("turno-clock").daemon().start(() -> run(settle));
  }

  private void run(Runnable settle) {
    double exactMs = nowMs;
    long lastNanos = System.nanoTime();
    while (!closed) {
      LockSupport.parkNanos(this, tickNanos);
      settle.run();
      long nanos = System.nanoTime();
      // What the machine lost is not made up for: a leap would pass over what is due meanwhile.
      long stepNanos = Math.min(nanos - lastNanos, 2 * tickNanos);
      lastNanos = nanos;
      exactMs += stepNanos * speed / TimeUnit.MILLISECONDS.toNanos(1);
      nowMs = (long) exactMs;
    }
  }

  @Override
  public long nowMs() {
    return nowMs;
  }

  @Override
  public double speed() {
    return speed;
  }

  /** Stands still from now on. */
  @Override
  public void close() {
    closed = true;
  }
}
