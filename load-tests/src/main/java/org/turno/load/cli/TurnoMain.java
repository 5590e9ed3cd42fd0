package org.turno.load.cli;

import org.turno.load.suite.TestCommand;
import org.turno.server.cli.TurnoCommand;
import picocli.CommandLine;

/** Where the launcher enters: the server's commands and those for building and measuring. */
public final class TurnoMain {

  private TurnoMain() {}

  public static void main(String[] args) {
    CommandLine commandLine = TurnoCommand.commandLine();
    commandLine.addSubcommand(new TestCommand());
    System.exit(commandLine.execute(args));
  }
}
