package org.turno.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code turno check} for people and for programs. */
final class CheckCommandTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("turno.root", ".."), "deploy", "turno.yaml");

  @TempDir private Path folder;

  @Test
  void aGoodFileIsSummedUp() {
    Cli check = Cli.run(Map.of(), "check", "--no-secrets", EXAMPLE.toString());

    assertEquals(0, check.exit(), check.out());
    assertTrue(check.out().contains("0 errors, 0 warnings"), check.out());
    assertTrue(check.out().contains("012-mujer"), check.out());
    assertTrue(check.out().contains("queue general"), check.out());
    assertTrue(check.out().contains("until it has waited 200s"), check.out());
  }

  @Test
  void aBadFileIsToldLineByLineAndAsJson() throws IOException {
    Path file = folder.resolve("turno.yaml");
    Files.writeString(
        file, Files.readString(EXAMPLE).replace("offer_timeout: 15s", "offer_timeot: 15s"));

    Cli text = Cli.run(Map.of(), "check", "--no-secrets", file.toString());
    JsonNode json = Cli.run(Map.of(), "check", "--no-secrets", "--json", file.toString()).json();

    assertEquals(1, text.exit());
    assertTrue(text.out().contains("did you mean \"offer_timeout\"?"), text.out());
    assertTrue(text.out().contains("1 error, 0 warnings: Turno would not take"), text.out());
    assertEquals(1, json.get("errors").asInt());
    assertEquals("error", json.at("/problems/0/severity").asText());
    assertEquals("did you mean \"offer_timeout\"?", json.at("/problems/0/remedy").asText());
  }

  @Test
  void aMissingFileIsAnErrorOfItsOwn() {
    Cli check = Cli.run(Map.of(), "check", folder.resolve("none.yaml").toString());

    assertEquals(1, check.exit());
    assertTrue(check.out().contains("there is no such file"), check.out());
  }
}
