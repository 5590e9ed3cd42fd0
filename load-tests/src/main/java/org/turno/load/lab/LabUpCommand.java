package org.turno.load.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.turno.load.lab.LabState.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code turno lab up}. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Start Asterisk, Turno beside it, and phones whose agents are signed in.",
      "The phones answer by themselves and hang up by themselves. They stay up until 'turno lab down'."
    })
final class LabUpCommand implements Callable<Integer> {
  private static final int MOST_AGENTS = 200;

  @Spec private CommandSpec spec;

  @Option(
      names = "--agents",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many agents, with phones 1001 and on (default: ${DEFAULT-VALUE}).")
  private int agents;

  @Option(
      names = "--ring-ms",
      paramLabel = "MS",
      defaultValue = "500",
      description = "How long a phone rings before it answers (default: ${DEFAULT-VALUE}).")
  private long ringMs;

  @Option(
      names = "--talk-ms",
      paramLabel = "MS",
      defaultValue = "2000",
      description = "How long an agent talks before hanging up (default: ${DEFAULT-VALUE}).")
  private long talkMs;

  @Override
  public Integer call() {
    if (agents < 1 || agents > MOST_AGENTS) {
      throw new LabException("--agents takes 1 to " + MOST_AGENTS);
    }
    Path folder = LabFolders.state();
    Optional<LabState> before = LabState.read(folder);
    PrintWriter out = spec.commandLine().getOut();
    if (before.isPresent() && before.get().whole()) {
      out.println("The lab is up already.");
      LabStatusCommand.print(before.get(), out);
      return 0;
    }
    before.ifPresent(left -> LabDownCommand.stop(left, folder));
    out.println("Starting Asterisk; the first time ever it is fetched, which takes a minute.");
    out.flush();
    LabFolders.requireSipp();
    clear(folder);
    LabState state = start(folder, out);
    LabStatusCommand.print(state, out);
    return 0;
  }

  /** Starts everything; when something fails, what was started ends with this program. */
  private LabState start(Path folder, PrintWriter out) {
    // Whatever is stopped first stands first.
    Deque<LabProcess> processes = new ArrayDeque<>();
    Deque<Entry> entries = new ArrayDeque<>();
    try (LabPorts ports = LabPorts.anyFree()) {
      AsteriskLab asterisk =
          AsteriskLab.start(ports, folder.resolve("asterisk"), agents, LabFloor.LINES, true);
      note("asterisk", asterisk.process(), processes, entries);
      List<String> names = LabFloor.phones(agents);
      note(
          "agents' phones",
          asterisk.phones(names, new Manner.Answer(ringMs, talkMs)).process(),
          processes,
          entries);
      note(
          "fixed phones",
          asterisk
              .phones(LabFloor.FIXED_PHONES, new Manner.Answer(ringMs, Manner.FOR_EVER_MS))
              .process(),
          processes,
          entries);
      out.println("Starting Turno.");
      out.flush();
      TurnoProcess turno =
          TurnoProcess.start(
              ports, folder.resolve("turno"), LabFloor.everybodyServesAll(agents), true);
      note("turno", turno.process(), processes, entries);
      names.forEach(name -> turno.api().post("/api/v1/agents/a" + name + "/sign-in", ""));
      turno.api().close();
      LabState state = new LabState(ports.base(), agents, List.copyOf(entries));
      state.write(folder);
      processes.forEach(LabProcess::leaveRunning);
      return state;
    }
  }

  private static void note(
      String name, LabProcess process, Deque<LabProcess> processes, Deque<Entry> entries) {
    processes.addFirst(process);
    entries.addFirst(Entry.of(name, process));
  }

  /** Journal, logs and configuration of the time before. */
  private static void clear(Path folder) {
    try {
      Files.createDirectories(folder);
      for (String part : List.of("asterisk", "turno")) {
        Folders.remove(folder.resolve(part));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
