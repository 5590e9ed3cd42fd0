package org.turno.server.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.turno.server.config.ConfigReader;
import org.turno.server.config.StateFolder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say where the journal is. */
final class JournalPlace {
  private final Map<String, String> environment;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--journal",
      paramLabel = "DIR",
      description = {
        "The journal's folder. Without it: the one that --config names, else the folder journal in"
            + " Turno's state folder."
      })
  private Optional<Path> journal = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration that says where the journal is.")
  private Optional<Path> config = Optional.empty();

  JournalPlace(Map<String, String> environment) {
    this.environment = environment;
  }

  Path folder() {
    if (journal.isPresent() && config.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--journal and --config both say where: give one of them");
    }
    return journal
        .or(() -> config.map(this::configured))
        .orElseGet(() -> StateFolder.of(environment).resolve("journal"));
  }

  private Path configured(Path file) {
    return ConfigReader.readWithoutSecrets(file, environment)
        .config()
        .orElseThrow(
            () ->
                new CommandFailure(
                    file
                        + " has errors: run turno check "
                        + file
                        + ", or say where the journal is with --journal DIR"))
        .journal()
        .dir();
  }
}
