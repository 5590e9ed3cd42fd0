package org.turno.server.cli;

import java.io.PrintWriter;
import java.util.Map;
import org.turno.acd.engine.JournalException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * The root of the command line. Every subcommand is an object added in {@link #commandLine()}.
 *
 * <p>Exit codes: 0 done, 1 failed, 2 wrong usage.
 */
@Command(
    name = "turno",
    description = "An automatic call distributor beside Asterisk and FreeSWITCH.",
    mixinStandardHelpOptions = true,
    versionProvider = TurnoVersion.class,
    synopsisSubcommandLabel = "COMMAND")
public final class TurnoCommand implements Runnable {

  @Spec private CommandSpec spec;

  private TurnoCommand() {}

  /** The command line of the server, to which others may add subcommands before running it. */
  public static CommandLine commandLine() {
    return commandLine(System.getenv());
  }

  static CommandLine commandLine(Map<String, String> environment) {
    return new CommandLine(new TurnoCommand())
        .addSubcommand(new DemoCommand(environment))
        .addSubcommand(new RunCommand(environment))
        .addSubcommand(new CheckCommand(environment))
        .addSubcommand(new ImportCommand())
        .addSubcommand(new QueuesCommand(environment))
        .addSubcommand(new AgentsCommand(environment))
        .addSubcommand(new TeamsCommand(environment))
        .addSubcommand(new ContactsCommand(environment))
        .addSubcommand(new DoorsCommand(environment))
        .addSubcommand(new AgentCommand(environment))
        .addSubcommand(new WhyCommand(environment))
        .addSubcommand(new WhatIfCommand(environment))
        .addSubcommand(JournalCommand.commandLine(environment))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(TurnoCommand::failed);
  }

  /** What people can act on is told in one line; anything else is a fault of Turno. */
  private static int failed(Exception e, CommandLine commandLine, ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    if (e instanceof CommandFailure || e instanceof JournalException) {
      err.println("turno: " + e.getMessage());
    } else {
      err.println("turno: a fault in Turno; report it with the lines below");
      e.printStackTrace(err);
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
