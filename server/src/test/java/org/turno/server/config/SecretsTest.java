package org.turno.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords come from files and variables, and show nowhere. */
final class SecretsTest {
  @TempDir private Path folder;

  @Test
  void aFileIsRelativeToTheConfigurationAndItsLineEndDoesNotCount() throws IOException {
    write("ami.password", "s3cret\n", "rw-------");

    ConfigReading reading = read("password_file: ami.password");

    assertEquals("", said(reading));
    TurnoConfig config = reading.config().orElseThrow();
    assertEquals(
        "s3cret", ((AsteriskConfig) config.pbxs().get(0)).ami().orElseThrow().password().reveal());
    assertFalse(config.toString().contains("s3cret"));
  }

  @Test
  void aFileThatEverybodyCanReadIsAWarning() throws IOException {
    write("ami.password", "s3cret\n", "rw-r--r--");

    ConfigReading reading = read("password_file: ami.password");

    assertTrue(reading.config().isPresent());
    assertEquals(
        "5:39: warning: ami of PBX madrid takes a secret from FOLDER/ami.password, which everybody"
            + " on this machine can read: chmod o-rwx FOLDER/ami.password",
        said(reading));
  }

  @Test
  void aMissingFileIsAnErrorThatSaysHowToMakeIt() throws IOException {
    assertEquals(
        "5:39: error: ami of PBX madrid takes a secret from FOLDER/none, which does not exist: make"
            + " it, readable by Turno alone: umask 077; printf '%s\\n' SECRET > FOLDER/none",
        said(read("password_file: none")));
  }

  @Test
  void anEmptyFileIsAnError() throws IOException {
    write("empty", "\n", "rw-------");

    assertEquals(
        "5:39: error: ami of PBX madrid takes a secret from FOLDER/empty, which does not hold"
            + " exactly one line: write the secret there, alone",
        said(read("password_file: empty")));
  }

  @Test
  void fileAndVariableTogetherAreAnError() throws IOException {
    assertEquals(
        "5:59: error: ami of PBX madrid has both password_file and password_env: keep one of them",
        said(read("password_file: none, password_env: ARI")));
  }

  @Test
  void awayFromItsMachineAFileCanBeCheckedWithoutItsSecrets() throws IOException {
    write("turno.yaml", yaml("password_file: none"), "rw-------");

    ConfigReading reading = ConfigReader.readWithoutSecrets(folder.resolve("turno.yaml"), Map.of());

    assertEquals("", said(reading));
  }

  private ConfigReading read(String password) throws IOException {
    write("turno.yaml", yaml(password), "rw-------");
    return ConfigReader.read(folder.resolve("turno.yaml"), Map.of("ARI", "a"));
  }

  private static String yaml(String password) {
    return """
        pbxs:
          madrid:
            type: asterisk
            ari: {host: 127.0.0.1, user: turno, password_env: ARI}
            ami: {user: turno, %s}
        queues: {general: {}}
        lines:
          '012': {queue: general}
        agents:
          anna: {phone: PJSIP/1001}
        """
        .formatted(password);
  }

  private String said(ConfigReading reading) {
    StringBuilder said = new StringBuilder();
    reading.problems().forEach(p -> said.append(p).append('\n'));
    return said.toString()
        .replace(folder.resolve("turno.yaml") + ":", "")
        .replace(folder.toString(), "FOLDER")
        .strip();
  }

  private void write(String name, String content, String mode) throws IOException {
    Path file = folder.resolve(name);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
