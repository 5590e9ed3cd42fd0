package org.turno.acd.engine;

import java.util.concurrent.TimeUnit;

/** The time the Sequencer decides by. Everything after it takes its time from the entries. */
public interface EngineClock {
  /** Now, in epoch milliseconds. */
  long nowMs();

  /** How fast this clock runs against real time: 1 in service, 60 where a minute lasts a second. */
  double speed();

  /** Real nanoseconds until this clock shows the given time; 0 or less when it is past. */
  default long nanosUntil(long timeMs) {
    double realMs = (timeMs - nowMs()) / speed();
    return (long) Math.ceil(realMs * TimeUnit.MILLISECONDS.toNanos(1));
  }

  /**
   * Goes on from a time at least, as a journal that is continued needs it: told once, before
   * anything is decided. A clock that cannot be behind does nothing.
   *
   * @param timeMs epoch milliseconds
   */
  default void notBefore(long timeMs) {}

  /** The machine's clock, without its jumps. */
  static EngineClock system() {
    return new SteadyClock(System::currentTimeMillis, System::nanoTime);
  }

  /** A clock that shows startMs now and runs faster or slower than real time. */
  static EngineClock accelerated(long startMs, double speed) {
    long startNanos = System.nanoTime();
    return new EngineClock() {
      @Override
      public long nowMs() {
        return startMs + (long) ((System.nanoTime() - startNanos) / 1e6 * speed);
      }

      @Override
      public double speed() {
        return speed;
      }
    };
  }
}
