package org.turno.load.lab;

import java.util.List;

/**
 * Times, summed up.
 *
 * @param count how many
 * @param p50Ms half of them were at most this
 * @param p99Ms 99 of 100 were at most this
 * @param maxMs the longest
 */
public record Latencies(int count, double p50Ms, double p99Ms, double maxMs) {
  static Latencies ofMicros(List<Long> micros) {
    return ofNanos(micros.stream().map(us -> us * 1_000).toList());
  }

  /** Sums up; the quantiles are values that occurred. */
  static Latencies ofNanos(List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return new Latencies(
        sorted.size(), quantile(sorted, 0.50), quantile(sorted, 0.99), quantile(sorted, 1.0));
  }

  private static double quantile(List<Long> sorted, double share) {
    if (sorted.isEmpty()) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(0, rank - 1)) / 1e6;
  }
}
