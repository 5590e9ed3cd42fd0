package org.turno.load.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code turno lab measure}. */
@Command(
    name = "measure",
    mixinStandardHelpOptions = true,
    description = {
      "Measure on the wire how soon a phone rings: after a caller dialled, and after an agent hung up.",
      "Uses an Asterisk and a Turno of its own, and captures on the loopback interface, which takes root."
    })
final class LabMeasureCommand implements Callable<Integer> {
  private static final int MOST_CALLS = 1_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--calls",
      paramLabel = "N",
      defaultValue = "200",
      description = "Calls in each part, after as many to warm up (default: ${DEFAULT-VALUE}).")
  private int calls;

  @Option(names = "--json", description = "Print one JSON object as the last line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (calls < 1 || calls > MOST_CALLS) {
      throw new LabException("--calls takes 1 to " + MOST_CALLS);
    }
    LabFolders.requireSipp();
    Path folder = Files.createTempDirectory("turno-lab");
    try {
      Measurement measurement = Measurement.take(folder, calls);
      PrintWriter out = spec.commandLine().getOut();
      out.print(measurement.text());
      if (json) {
        out.println(measurement.json());
      }
      out.flush();
      return 0;
    } catch (UncheckedIOException e) {
      throw new LabException("the files of the measurement: " + e.getMessage(), e);
    } finally {
      Folders.remove(folder);
    }
  }
}
