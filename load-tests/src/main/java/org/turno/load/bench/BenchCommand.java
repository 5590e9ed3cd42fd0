package org.turno.load.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code turno bench}: what things cost. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure what things cost, on this machine.",
    synopsisSubcommandLabel = "COMMAND")
public final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  private BenchCommand() {}

  /** The command with its own commands, to be added to a command line. */
  public static CommandLine commandLine() {
    return new CommandLine(new BenchCommand()).addSubcommand(new CoreBenchCommand());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
