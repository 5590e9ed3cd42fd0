package org.turno.load.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One command of the operating system, run to its end, which must come in time. */
final class Shell {
  private final List<String> words;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private Duration deadline = Duration.ofMinutes(10);

  private Shell(List<String> words) {
    this.words = words;
  }

  static Shell of(String... words) {
    return new Shell(List.of(words));
  }

  static Shell of(List<String> words) {
    return new Shell(List.copyOf(words));
  }

  Shell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Shell within(Duration newDeadline) {
    deadline = newDeadline;
    return this;
  }

  /** What it printed; throws when it fails or takes too long. */
  String run() {
    Result result = tryRun();
    if (result.exitCode != 0) {
      throw new LabException(
          String.join(" ", words)
              + " failed with "
              + result.exitCode
              + ": "
              + result.output.strip());
    }
    return result.output;
  }

  /**
   * What it printed, however it ended; 127 where it cannot be started, 124 where it took too long.
   */
  Result tryRun() {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Result(127, String.valueOf(e.getMessage()));
    }
    CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process));
    try {
      process.getOutputStream().close();
      if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Result(124, "it did not end within " + deadline);
      }
      return new Result(process.exitValue(), output.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return new Result(130, "interrupted");
    }
  }

  private static String read(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** How it ended, and standard output and error as they came. */
  record Result(int exitCode, String output) {}
}
