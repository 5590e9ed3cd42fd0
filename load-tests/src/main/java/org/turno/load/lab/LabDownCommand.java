package org.turno.load.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code turno lab down}. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stop what 'turno lab up' started, and nothing else. Logs and journal stay.")
final class LabDownCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Path folder = LabFolders.state();
    Optional<LabState> state = LabState.read(folder);
    state.ifPresent(known -> stop(known, folder));
    PrintWriter out = spec.commandLine().getOut();
    out.println(state.isPresent() ? "The lab is down." : "The lab was not up.");
    out.flush();
    return 0;
  }

  /** Stops by pid, each only if it is still the process that was started. */
  static void stop(LabState state, Path folder) {
    if (running(state, "asterisk")) {
      new AsteriskConsole(folder.resolve("asterisk")).tryRx("channel request hangup all");
    }
    for (LabState.Entry entry : state.processes()) {
      entry.handle().ifPresent(handle -> LabProcess.end(entry.name(), handle, PATIENCE));
    }
    try {
      Files.deleteIfExists(LabState.file(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean running(LabState state, String name) {
    return state.processes().stream()
        .anyMatch(entry -> entry.name().equals(name) && entry.handle().isPresent());
  }
}
