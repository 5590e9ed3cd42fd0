package org.turno.stats.metrics;

import java.util.List;

/** The counters' values after one entry, to be kept and continued from. */
public record MetricsImage(List<Count> counts, List<Waits> waits) {
  record Count(String name, List<String> labels, double value) {}

  /**
   * One series of waits.
   *
   * @param buckets how many fell into each, not added up
   */
  record Waits(List<String> labels, List<Long> buckets, double sumSeconds) {}
}
