package org.turno.load.bench;

import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * What decisions of one kind cost on a floor of one size.
 *
 * @param samples decisions whose time was taken
 * @param p50Ns half of them took at most this
 * @param cpuNs mean processor time, of all of them
 * @param bytes mean memory, of all of them
 */
record Measured(
    CoreBenchmark.Kind kind,
    FloorSize size,
    long samples,
    double p50Ns,
    double p99Ns,
    double p999Ns,
    double cpuNs,
    double bytes) {
  static Measured of(CoreBenchmark.Kind kind, FloorSize size, RunResult result) {
    Statistics times = result.getPrimaryResult().getStatistics();
    return new Measured(
        kind,
        size,
        times.getN(),
        times.getPercentile(50),
        times.getPercentile(99),
        times.getPercentile(99.9),
        metered(result, MeterProfiler.CPU_NS),
        metered(result, MeterProfiler.BYTES));
  }

  private static double metered(RunResult result, String name) {
    Result<?> metered = result.getSecondaryResults().get(name);
    if (metered == null) {
      throw new IllegalStateException("JMH's results lack " + name + ": was the meter attached?");
    }
    return metered.getScore();
  }

  /** Decisions that one processor core makes in a second if it does nothing else. */
  double perSecond() {
    return 1e9 / cpuNs;
  }

  /** The kind as people write it. */
  String kindName() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
