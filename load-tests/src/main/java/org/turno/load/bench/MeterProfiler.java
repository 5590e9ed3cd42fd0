package org.turno.load.bench;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Adds what {@link Meter} measured to JMH's results. JMH's own profiler of allocation counts what
 * the benchmark does between decisions as well.
 */
public final class MeterProfiler implements InternalProfiler {
  static final String CPU_NS = "cpu";
  static final String BYTES = "bytes";

  @Override
  public String getDescription() {
    return "processor time and memory of single decisions";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    Meter.reset();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double bytes = Meter.meanBytes();
    return List.of(
        new ScalarResult(CPU_NS, Meter.meanCpuNs(), "ns/op", AggregationPolicy.AVG),
        new ScalarResult(BYTES, bytes, "B/op", AggregationPolicy.AVG));
  }
}
