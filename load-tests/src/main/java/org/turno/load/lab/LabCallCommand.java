package org.turno.load.lab;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code turno lab call}: exit 0 only if everybody talked with an agent and no leg is left. */
@Command(
    name = "call",
    mixinStandardHelpOptions = true,
    description = {
      "Place SIP calls to the lab's Asterisk and say what became of them.",
      "Exits with 0 only if every caller talked with an agent and all legs are gone afterwards."
    })
final class LabCallCommand implements Callable<Integer> {
  private static final int MOST_CALLS = 400;

  @Spec private CommandSpec spec;

  @Option(
      names = "--line",
      paramLabel = "LINE",
      defaultValue = "012",
      description = "What is dialled: 012, 010 or 016 (default: ${DEFAULT-VALUE}).")
  private String line;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many calls (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many are dialled in a second (default: ${DEFAULT-VALUE}).")
  private double perSecond;

  @Option(
      names = "--deadline",
      paramLabel = "S",
      defaultValue = "120",
      description =
          "How many seconds to wait for the end of all calls (default: ${DEFAULT-VALUE}).")
  private int deadlineS;

  @Option(names = "--json", description = "Print one JSON object as the last line.")
  private boolean json;

  @Override
  public Integer call() {
    if (count < 1 || count > MOST_CALLS || !(perSecond > 0 && perSecond <= 100)) {
      throw new LabException(
          "--count takes 1 to " + MOST_CALLS + ", --rate more than 0 and at most 100");
    }
    LabState state =
        LabState.read(LabFolders.state())
            .filter(known -> LabDownCommand.running(known, "asterisk"))
            .orElseThrow(() -> new LabException("the lab is down: ./turno lab up starts it"));
    try (LabPorts ports = LabPorts.of(state.portBase())) {
      CallReport report =
          new CallRun(LabFolders.state().resolve("asterisk"), ports)
              .place(line, count, perSecond, Duration.ofSeconds(deadlineS));
      PrintWriter out = spec.commandLine().getOut();
      out.print(report.text());
      if (json) {
        out.println(report.json());
      }
      out.flush();
      return report.good() ? 0 : 1;
    }
  }
}
