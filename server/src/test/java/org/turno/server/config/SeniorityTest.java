package org.turno.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the callers who go last are overtaken by newcomers. */
final class SeniorityTest {
  private static final String BASE =
      """
      pbxs:
        lab: {type: asterisk, ari: {user: u, password_env: P}, ami: {user: u, password_env: P}}
      queues:
        general: {routing: GENERAL}
        appointments: {routing: APPOINTMENTS}
        apart: {}
      lines:
        '012': {queue: general}
        '012-cita': {queue: appointments, priority: 5}
        'apart': {queue: apart, priority: 90}
      agents:
        anna: {phone: PJSIP/1, queues: [general, appointments]}
        bea: {phone: PJSIP/2, queues: [apart]}
      http: {token_env: P}
      """;

  @TempDir private Path folder;

  private ConfigReading read(String general, String appointments) throws IOException {
    Path file = folder.resolve("turno.yaml");
    Files.writeString(file, BASE.replace("GENERAL", general).replace("APPOINTMENTS", appointments));
    return ConfigReader.read(file, Map.of("P", "0123456789abcdef0123"));
  }

  private static Seniority only(ConfigReading reading) {
    List<Seniority> all = Seniority.in(reading.config().orElseThrow().plan());
    assertEquals(1, all.size(), all::toString);
    return all.getFirst();
  }

  @Test
  void ageingMakesUpForTheGapAfterSoManySteps() throws IOException {
    ConfigReading reading = read("{ageing: {step: 30s, cap: 8}}", "{}");
    Seniority seniority = only(reading);
    assertEquals("012", seniority.lowest().id().value());
    assertEquals("012-cita", seniority.highest().id().value());
    assertEquals(OptionalLong.of(150_000), seniority.afterMs());
    assertEquals(List.of(), reading.problems());
  }

  @Test
  void relaxationCountsToo() throws IOException {
    ConfigReading reading =
        read("{ageing: {step: 30s, cap: 2}, relaxation: [{after: 70s, add_priority: 3}]}", "{}");
    assertEquals(OptionalLong.of(70_000), only(reading).afterMs());
  }

  @Test
  void aCapBelowTheGapIsNeverEnoughAndTheWarningNamesOneThatIs() throws IOException {
    ConfigReading reading = read("{ageing: {step: 30s, cap: 4}}", "{}");
    assertEquals(OptionalLong.empty(), only(reading).afterMs());
    assertEquals(1, reading.problems().size());
    String warning = reading.problems().getFirst().toString();
    assertTrue(warning.contains("line 012 are overtaken by newcomers of line 012-cita"), warning);
    assertTrue(warning.contains("cap: 5"), warning);
  }

  @Test
  void noWaitMakesUpForAHeavierQueueWhichIsShownAndMeant() throws IOException {
    ConfigReading reading = read("{ageing: {step: 30s, cap: 8}}", "{weight: 1}");
    assertTrue(only(reading).byWeight());
    assertEquals(OptionalLong.empty(), only(reading).afterMs());
    assertEquals(List.of(), reading.problems());
  }
}
