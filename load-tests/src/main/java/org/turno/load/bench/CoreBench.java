package org.turno.load.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link CoreBenchmark}: each kind and size in a JVM of its own, one after the other. */
final class CoreBench {
  private final boolean quick;
  private final PrintWriter progress;

  /**
   * Prepares a run.
   *
   * @param quick less warm-up and fewer samples: good for a first look
   */
  CoreBench(boolean quick, PrintWriter progress) {
    this.quick = quick;
    this.progress = progress;
  }

  List<Measured> run() {
    List<Measured> all = new ArrayList<>();
    int total = CoreBenchmark.Kind.values().length * FloorSize.ALL.size();
    for (CoreBenchmark.Kind kind : CoreBenchmark.Kind.values()) {
      for (FloorSize size : FloorSize.ALL) {
        progress.printf("%d of %d: %s on a floor of %s%n", all.size() + 1, total, kind, size);
        progress.flush();
        all.add(measure(kind, size));
      }
    }
    return all;
  }

  private Measured measure(CoreBenchmark.Kind kind, FloorSize size) {
    Options options =
        new OptionsBuilder()
            .include("^" + CoreBenchmark.class.getName() + "\\.")
            .param("kind", kind.name())
            .param("size", size.toString())
            .forks(1)
            .warmupIterations(quick ? 1 : 4)
            .warmupTime(TimeValue.milliseconds(quick ? 600 : 1000))
            .measurementIterations(quick ? 1 : 5)
            .measurementTime(TimeValue.seconds(1))
            .addProfiler(MeterProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    try {
      Collection<RunResult> results = new Runner(options).run();
      return Measured.of(kind, size, results.iterator().next());
    } catch (RunnerException e) {
      throw new IllegalStateException(
          "the benchmark of " + kind + " on a floor of " + size + " failed", e);
    }
  }
}
