package org.turno.load.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code turno lab torture}: exit 0 only if nobody was harmed. */
@Command(
    name = "torture",
    mixinStandardHelpOptions = true,
    description = {
      "Kill Turno again and again in a rush of calls, restart Asterisk once, cut the link once,",
      "and check that nobody was cut off, nobody lost the place and the figures are right.",
      "Uses an Asterisk and a Turno of its own. Ten kills take about three minutes.",
      "Exits with 0 only if nothing of that happened."
    })
final class LabTortureCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "10",
      description = "How often Turno is killed, 2 to 100 (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many calls are dialled in a second (default: ${DEFAULT-VALUE}).")
  private double perSecond;

  @Option(
      names = "--agents",
      paramLabel = "N",
      defaultValue = "40",
      description = "How many agents are at work (default: ${DEFAULT-VALUE}).")
  private int agents;

  @Option(
      names = "--day",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "How many contacts the journal has served before, up to 1000000: a start reads what a full",
        "day leaves behind (default: ${DEFAULT-VALUE})."
      })
  private int day;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Other moments for the blows (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--keep",
      paramLabel = "FOLDER",
      description = "Keep journal, logs and events there, in a folder that is not there yet.")
  private @Nullable Path keep;

  @Option(names = "--json", description = "Print one JSON object as the last line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (kills < 2
        || kills > 100
        || !(perSecond > 0 && perSecond <= 50)
        || agents < 1
        || agents > 200
        || day < 0
        || day > 1_000_000) {
      throw new LabException(
          "--kills takes 2 to 100, --rate up to 50, --agents 1 to 200, --day up to 1000000");
    }
    LabFolders.requireSipp();
    PrintWriter out = spec.commandLine().getOut();
    Path folder = folder();
    TorturePlan plan = new TorturePlan(kills, perSecond, agents, day, seed);
    try (Torture torture =
        new Torture(
            folder,
            plan,
            line -> {
              out.println(line);
              out.flush();
            })) {
      TortureReport report = torture.run();
      out.print(report.text());
      if (json) {
        out.println(report.json());
      }
      out.flush();
      return report.good() ? 0 : 1;
    } catch (UncheckedIOException e) {
      throw new LabException("the files in " + folder + ": " + e.getMessage(), e);
    } finally {
      if (keep == null) {
        Folders.remove(folder);
      }
    }
  }

  private Path folder() throws IOException {
    if (keep == null) {
      return Files.createTempDirectory("turno-torture");
    }
    if (Files.exists(keep)) {
      throw new LabException(keep + " is there already: name a folder that is not");
    }
    return Files.createDirectories(keep.toAbsolutePath());
  }
}
