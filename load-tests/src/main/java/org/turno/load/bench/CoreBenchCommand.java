package org.turno.load.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code turno bench core}: what one decision costs, by kind and size of floor. */
@Command(
    name = "core",
    mixinStandardHelpOptions = true,
    description = {
      "Measure what one decision costs: an arrival, a caller who leaves, an agent who becomes free,"
          + " a relaxation, on floors of 100, 1,000 and 10,000 agents.",
      "Takes some minutes. A machine that does other things as well gives longer times, above all"
          + " the rare ones; decisions/s counts processor time alone."
    })
final class CoreBenchCommand implements Callable<Integer> {
  private static final String PAGE = "core.md";
  private static final String PLOT = "core.svg";

  @Spec private CommandSpec spec;

  @Option(names = "--quick", description = "Less exact, in a fraction of the time.")
  private boolean quick;

  @Option(names = "--json", description = "Print one JSON object as the last line.")
  private boolean json;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write a page and a plot into this folder: core.md, core.svg.")
  private @Nullable Path folder;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    CoreReport report = new CoreReport(new CoreBench(quick, out).run());
    out.println();
    out.print(report.text());
    if (folder != null) {
      write(folder, report);
      out.println();
      out.println("written: " + folder.resolve(PAGE) + ", " + folder.resolve(PLOT));
    }
    if (json) {
      out.println(report.json());
    }
    out.flush();
    return 0;
  }

  private static void write(Path folder, CoreReport report) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(PLOT), CostPlot.of(report), StandardCharsets.UTF_8);
      String page = report.markdown(Machine.describe(), PLOT);
      Files.writeString(folder.resolve(PAGE), page, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the report cannot be written into " + folder, e);
    }
  }
}
