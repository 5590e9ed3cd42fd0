package org.turno.load.lab;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

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

  /** The line above rows. */
  static String heading(String what) {
    return String.format("%-40s %6s %9s %9s %9s%n", what, "times", "p50", "p99", "longest");
  }

  /** A line for people. */
  String row(String name) {
    return String.format(
        Locale.ROOT, "%-40s %6d %9.2f %9.2f %9.2f%n", name, count, p50Ms, p99Ms, maxMs);
  }

  /** For programs; without times when there was none. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("count", count);
    return count == 0 ? json : json.put("p50", p50Ms).put("p99", p99Ms).put("max", maxMs);
  }
}
