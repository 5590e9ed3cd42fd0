package org.turno.acd.estimate;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many contacts come to a queue, by priority: counted in windows of five minutes, of which the
 * last two tell the rate.
 */
final class Arrivals {
  static final long WINDOW_MS = 300_000;

  private final TreeMap<Integer, int[]> counts = new TreeMap<>();
  private long window;
  private long sinceMs;

  Arrivals() {}

  private Arrivals(Arrivals other) {
    other.counts.forEach((priority, both) -> counts.put(priority, both.clone()));
    window = other.window;
    sinceMs = other.sinceMs;
  }

  Arrivals copy() {
    return new Arrivals(this);
  }

  void add(int priority, long timeMs) {
    sinceMs = sinceMs == 0 ? timeMs : sinceMs;
    roll(timeMs / WINDOW_MS);
    counts.computeIfAbsent(priority, p -> new int[2])[1]++;
  }

  private void roll(long now) {
    if (now == window) {
      return;
    }
    boolean next = now == window + 1;
    counts.values().forEach(both -> shift(both, next));
    counts.values().removeIf(both -> both[0] == 0);
    window = now;
  }

  private static void shift(int[] both, boolean next) {
    both[0] = next ? both[1] : 0;
    both[1] = 0;
  }

  /** How many come per millisecond with each priority that came of late. */
  Map<Integer, Double> ratesPerMs(long nowMs) {
    Map<Integer, Double> rates = new TreeMap<>();
    long now = nowMs / WINDOW_MS;
    if (now - window > 1) {
      return rates;
    }
    boolean next = now == window + 1;
    long beganMs = Math.max(sinceMs, (now - 1) * WINDOW_MS);
    double overMs = Math.max((double) WINDOW_MS, (double) (nowMs - beganMs));
    counts.forEach(
        (priority, both) -> {
          int seen = next ? both[1] : both[0] + both[1];
          if (seen > 0) {
            rates.put(priority, seen / overMs);
          }
        });
    return rates;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(sinceMs).append('/').append(window);
    counts.forEach(
        (priority, both) ->
            text.append(' ')
                .append(priority)
                .append(':')
                .append(both[0])
                .append('+')
                .append(both[1]));
    return text.toString();
  }
}
