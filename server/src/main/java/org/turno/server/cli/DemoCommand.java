package org.turno.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.turno.server.app.Demo;
import org.turno.server.app.DemoSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows Turno at work with nothing else installed. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Show Turno at work with nothing else installed: a simulated PBX whose callers and 40 agents"
          + " live a weekday of a regional citizen line, faster than real time.",
      "The wallboard needs no password; it listens on this machine only. Ctrl-C ends everything."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:ended in order and every call is accounted for",
      "1:it could not run, or the figures do not add up",
      "2:wrong usage",
      "130:ended by Ctrl-C"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  turno demo",
      "  turno demo --for 30s --json",
      "  turno demo --speed 10 --port 0 --journal DIR"
    })
final class DemoCommand implements Callable<Integer> {
  private static final long PROGRESS_MS = 3_000;

  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "End by itself after this time: 30s, 5m. Without it: on Ctrl-C.")
  private Optional<Duration> length = Optional.empty();

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "30",
      description = "Simulated seconds per second, 0.1 to 600 (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "12",
      description = "Of everything that chance decides (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Where the wallboard listens; 0 picks a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--journal",
      paramLabel = "DIR",
      description = "Keep the journal there, or go on with the one that is there.")
  private Optional<Path> journal = Optional.empty();

  @Option(names = "--json", description = "Print the summary as one JSON object, last.")
  private boolean json;

  @Mixin private LogLevel log;

  DemoCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    checkOptions();
    log.apply(LogLevel.Level.WARN, environment);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter way = json ? spec.commandLine().getErr() : out;
    try (StopSignal stop = StopSignal.install();
        Demo demo = start()) {
      banner(demo, way);
      CompletableFuture<Void> _ = demo.server().halted().thenRun(stop::ask);
      live(demo, stop, way);
      DemoSummary summary = demo.finish();
      if (json) {
        out.println(Json.line(DemoReport.toJson(summary)));
      } else {
        DemoReport.print(summary, out);
      }
      out.flush();
      return summary.addsUp() && !demo.server().halted().isDone() ? 0 : 1;
    }
  }

  private void checkOptions() {
    if (!(speed >= 0.1 && speed <= 600)) {
      throw new ParameterException(spec.commandLine(), "--speed " + speed + ": use 0.1 to 600");
    }
    if (port < 0 || port > 65_535) {
      throw new ParameterException(spec.commandLine(), "--port " + port + ": use 0 to 65535");
    }
  }

  private Demo start() {
    try {
      return Demo.start(new Demo.Options(speed, seed, port, journal));
    } catch (IllegalStateException e) {
      throw new CommandFailure(
          e.getMessage() + " (turno demo --port 0 picks a free port, --port N another)", e);
    }
  }

  private void banner(Demo demo, PrintWriter way) {
    String address = "http://localhost:" + demo.server().port();
    way.println("Wallboard  " + address + "/");
    way.println("API        " + address + "/api/v1/queues");
    way.println("Metrics    " + address + "/metrics");
    way.println(
        "Journal    " + demo.journalDir() + (demo.keepsNothing() ? " (removed at the end)" : ""));
    way.printf(
        Locale.ROOT,
        "Day        %s from %s, %s times as fast as real time, seed %d%n",
        demo.dayName(),
        DemoReport.time(demo.startMs()),
        speed == Math.rint(speed) ? String.valueOf((long) speed) : String.valueOf(speed),
        seed);
    way.println(
        length
            .map(
                time -> "Ends by itself after " + time.toMillis() / 1e3 + " s; Ctrl-C ends it now.")
            .orElse("Ctrl-C ends it and prints a summary."));
    way.flush();
  }

  private void live(Demo demo, StopSignal stop, PrintWriter way) {
    long startNanos = System.nanoTime();
    long lengthMs = length.map(Duration::toMillis).orElse(Long.MAX_VALUE);
    long leftMs = lengthMs;
    while (leftMs > 0 && !stop.await(Math.min(PROGRESS_MS, leftMs))) {
      way.println(DemoReport.progress(demo.server().figures().current(), demo.nowMs()));
      way.flush();
      leftMs = lengthMs - (System.nanoTime() - startNanos) / 1_000_000;
    }
  }
}
