package org.turno.server.config;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a configuration file.
 *
 * @param config empty where there is an error among the problems
 * @param problems everything that is wrong, in the order of the file
 */
public record ConfigReading(Optional<TurnoConfig> config, List<Problem> problems) {
  /** Copies the list. */
  public ConfigReading {
    problems = List.copyOf(problems);
  }
}
