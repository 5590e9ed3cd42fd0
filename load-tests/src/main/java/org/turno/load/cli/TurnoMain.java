package org.turno.load.cli;

import org.turno.server.cli.TurnoCommand;
import picocli.CommandLine;

/** Where the launcher enters: the server's commands and those that need the PBX lab. */
public final class TurnoMain {

  private TurnoMain() {}

  public static void main(String[] args) {
    CommandLine commandLine = TurnoCommand.commandLine();
    System.exit(commandLine.execute(args));
  }
}
