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

  /** The machine's clock. */
  static EngineClock system() {
    return new EngineClock() {
      @Override
      public long nowMs() {
        return System.currentTimeMillis();
      }

      @Override
      public double speed() {
        return 1;
      }
    };
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
