package org.turno.load.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One command of the operating system, run to its end with no standard input. */
final class Command {

  private final List<String> words;
  private final Map<String, String> environment = new LinkedHashMap<>();

  private Command(List<String> words) {
    this.words = words;
  }

  static Command of(String... words) {
    return new Command(List.of(words));
  }

  Command with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Waits for the command. A command that cannot be started has failed and says why. */
  Result run() {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Result(127, String.valueOf(e.getMessage()));
    }
    Children.endWithUs(process);
    try {
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result(130, "interrupted");
    }
  }

  /**
   * How a command ended.
   *
   * @param exitCode 0 when it did what it should
   * @param output standard output and standard error as they came
   */
  record Result(int exitCode, String output) {
    boolean ok() {
      return exitCode == 0;
    }

    /** The last line that is not blank: where commands say why they failed. */
    String lastLine() {
      return output
          .lines()
          .filter(line -> !line.isBlank())
          .reduce("it said nothing and exited with " + exitCode, (before, line) -> line);
    }
  }
}
