package org.turno.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps Turno from starting is said with its remedy. */
final class RunCommandTest {
  private static final String YAML =
      """
      pbxs:
        madrid:
          type: asterisk
          ari: {user: turno, password_env: SECRET}
          ami: {user: turno, password_env: SECRET}
      queues:
        general: {}
      lines:
        '012': {queue: general}
      agents:
        anna: {phone: PJSIP/1001}
      """;

  @TempDir private Path folder;

  @Test
  void itRefusesToStartWithoutATokenAndSaysHowToMakeOne() throws IOException {
    Cli run = run(YAML);

    assertEquals(1, run.exit());
    assertTrue(run.err().contains("openssl rand -hex 32"), run.err());
    assertTrue(run.err().contains("token_file: api.token"), run.err());
    assertFalse(Files.exists(folder.resolve("journal")));
  }

  @Test
  void itRefusesABrokenFileWithAllItsProblems() throws IOException {
    Cli run = run(YAML.replace("queue: general", "queue: generel").replace("SECRET", "MISSING"));

    assertEquals(1, run.exit());
    assertEquals(3, run.err().lines().filter(line -> line.contains(": error: ")).count());
    assertTrue(run.err().contains("did you mean \"general\"?"), run.err());
    assertTrue(run.err().contains("not started: correct the errors above"), run.err());
  }

  @Test
  void itNeedsAConfigurationFile() {
    Cli run = Cli.run(Map.of(), "run");

    assertEquals(2, run.exit());
    assertTrue(run.err().contains("--config=FILE"), run.err());
  }

  private Cli run(String yaml) throws IOException {
    Path file = folder.resolve("turno.yaml");
    Files.writeString(file, yaml);
    return Cli.run(
        Map.of("SECRET", "1234", "STATE_DIRECTORY", folder.toString()),
        "run",
        "--config",
        file.toString());
  }
}
