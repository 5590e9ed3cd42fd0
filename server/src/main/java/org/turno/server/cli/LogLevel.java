package org.turno.server.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says how much is logged. To be applied before anything logs. */
final class LogLevel {
  private static final String VARIABLE = "TURNO_LOG";

  /** How much. */
  enum Level {
    /** What needs somebody now. */
    ERROR,
    /** And what somebody should look at. */
    WARN,
    /** And what Turno does as a whole. */
    INFO,
    /** And how it does it. */
    DEBUG
  }

  @Option(
      names = "--log",
      paramLabel = "LEVEL",
      description =
          "How much is logged to standard error: error, warn, info or debug. Without it:"
              + " the variable TURNO_LOG, or the command's own choice.")
  private Optional<Level> level = Optional.empty();

  /** The option, else the environment, else the level given. */
  void apply(Level usual, Map<String, String> environment) {
    String chosen = level.map(Level::name).orElse(environment.getOrDefault(VARIABLE, usual.name()));
    System.setProperty(VARIABLE, chosen.toLowerCase(Locale.ROOT));
  }
}
