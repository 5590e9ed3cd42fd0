package org.turno.load.cli;

import org.turno.load.bench.BenchCommand;
import org.turno.load.lab.LabCommand;
import org.turno.load.lab.LabException;
import org.turno.load.suite.TestCommand;
import org.turno.server.cli.TurnoCommand;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;

/** Where the launcher enters: the server's commands and those for building and measuring. */
public final class TurnoMain {

  private TurnoMain() {}

  public static void main(String[] args) {
    CommandLine commandLine = TurnoCommand.commandLine();
    commandLine.addSubcommand(new TestCommand());
    commandLine.addSubcommand(LabCommand.commandLine());
    commandLine.addSubcommand(BenchCommand.commandLine());
    IExecutionExceptionHandler others = commandLine.getExecutionExceptionHandler();
    commandLine.setExecutionExceptionHandler(
        (e, failed, parsed) -> {
          if (!(e instanceof LabException)) {
            return others.handleExecutionException(e, failed, parsed);
          }
          failed.getErr().println("turno: " + e.getMessage());
          failed.getErr().flush();
          return CommandLine.ExitCode.SOFTWARE;
        });
    System.exit(commandLine.execute(args));
  }
}
