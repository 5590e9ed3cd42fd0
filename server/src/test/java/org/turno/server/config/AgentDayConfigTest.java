package org.turno.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.plan.PauseReason;

/** The keys of an agent's day: pauses, wrap-up, refusals, hard contacts, ways to answer. */
final class AgentDayConfigTest {
  private static final String BASE =
      """
      pbxs:
        lab: {type: asterisk, ari: {user: u, password_env: P}, ami: {user: u, password_env: P}}
      queues:
        general: QUEUE
      lines:
        '012': {queue: general}
      agents:
        anna: AGENT
      pauses: PAUSES
      http: {token_env: P}
      """;

  @TempDir private Path folder;

  private ConfigReading read(String queue, String agent, String pauses) throws IOException {
    Path file = folder.resolve("turno.yaml");
    Files.writeString(
        file, BASE.replace("QUEUE", queue).replace("AGENT", agent).replace("PAUSES", pauses));
    return ConfigReader.read(file, Map.of("P", "0123456789abcdef0123"));
  }

  private ConfigReading pauses(String pauses) throws IOException {
    return read("{}", "{phone: PJSIP/1}", pauses);
  }

  private static void assertProblem(ConfigReading reading, String... parts) {
    String all = reading.problems().toString();
    for (String part : parts) {
      assertTrue(all.contains(part), all);
    }
  }

  @Test
  void pauseReasonsReachTheCore() throws IOException {
    ConfigReading reading =
        pauses(
            "{lunch: {text_es: Comida, text_en: Lunch, paid: false, planned: true, limit: 45m},"
                + " coffee: {}}");
    assertEquals(List.of(), reading.problems());
    assertEquals(
        List.of(
            new PauseReason("lunch", "Comida", "Lunch", false, true, 45 * 60_000),
            new PauseReason("coffee", "coffee", "coffee", true, false, 0)),
        reading.config().orElseThrow().plan().pauses());
  }

  @Test
  void aSlipInAPauseIsNamed() throws IOException {
    assertProblem(
        pauses("{lunch: {limt: 45m}}"),
        "pause lunch has the unknown key \"limt\"",
        "did you mean \"limit\"?");
    assertProblem(pauses("{lunch: {limit: 45}}"), "add the unit, for example 45s");
    assertProblem(pauses("{lunch: {paid: no}}"), "write true or false");
  }
}
