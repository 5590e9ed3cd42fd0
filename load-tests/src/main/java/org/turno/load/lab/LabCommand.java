package org.turno.load.lab;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code turno lab}: a real Asterisk with Turno beside it, and calls to try them with. */
@Command(
    name = "lab",
    mixinStandardHelpOptions = true,
    description = {
      "A real Asterisk with Turno beside it, and SIP calls to try them with.",
      "Everything listens on 127.0.0.1; its files are in the user's state folder, turno/lab."
    },
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExample:%n",
    footer = {"  turno lab up", "  turno lab call --line 012 --count 20", "  turno lab down"})
public final class LabCommand implements Runnable {
  @Spec private CommandSpec spec;

  private LabCommand() {}

  /** The command with its own commands, to be added to a command line. */
  public static CommandLine commandLine() {
    return new CommandLine(new LabCommand())
        .addSubcommand(new LabUpCommand())
        .addSubcommand(new LabCallCommand())
        .addSubcommand(new LabStatusCommand())
        .addSubcommand(new LabDownCommand())
        .addSubcommand(new LabMeasureCommand())
        .addSubcommand(new LabTortureCommand());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
