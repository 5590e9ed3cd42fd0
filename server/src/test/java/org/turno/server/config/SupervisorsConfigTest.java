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
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.SupervisorPlan;

/** Who may take part in conversations, and in which. */
final class SupervisorsConfigTest {
  private static final String BASE =
      """
      pbxs:
        lab: {type: asterisk, ari: {user: u, password_env: P}, ami: {user: u, password_env: P}}
      queues:
        general: {}
        hotline: {}
      lines:
        '012': {queue: general}
        '010': {queue: general, listening: false}
        '016': {queue: hotline, protected: true}
        '017': {queue: hotline, protected: true, listening: true}
      agents:
        anna: {phone: PJSIP/1}
      supervisors: SUPERVISORS
      http: {token_env: P}
      """;

  @TempDir private Path folder;

  private ConfigReading read(String supervisors) throws IOException {
    Path file = folder.resolve("turno.yaml");
    Files.writeString(file, BASE.replace("SUPERVISORS", supervisors));
    return ConfigReader.read(file, Map.of("P", "0123456789abcdef0123"));
  }

  @Test
  void supervisorsHaveAPhoneAndWaysAndProtectedLinesAreHeardOnlyOnRequest() throws IOException {
    ConfigReading reading = read("{eva: {phone: PJSIP/9, may: [listen, barge]}}");
    assertEquals(List.of(), reading.problems());
    FloorPlan plan = reading.config().orElseThrow().plan();
    assertEquals(
        List.of(
            new SupervisorPlan(
                "eva",
                new PhoneId(new PbxId("lab"), "PJSIP/9"),
                List.of(ListenMode.LISTEN, ListenMode.BARGE))),
        plan.supervisors());
    assertEquals(
        List.of("012", "017"),
        plan.lines().stream()
            .filter(LinePlan::listening)
            .map(line -> line.id().value())
            .sorted()
            .toList());
  }

  @Test
  void whatIsWrongIsSaidWithItsRemedy() throws IOException {
    says("{eva: {may: [listen]}}", "phone");
    says("{eva: {phone: PJSIP/9}}", "may do nothing");
    says("{eva: {phone: PJSIP/9, may: [shout]}}", "\"shout\"");
    says(
        "{eva: {phone: PJSIP/9, may: [listen]}, ines: {phone: PJSIP/9, may: [listen]}}",
        "has the phone of supervisor eva");
  }

  private void says(String supervisors, String what) throws IOException {
    ConfigReading reading = read(supervisors);
    assertTrue(
        reading.problems().stream().anyMatch(problem -> problem.toString().contains(what)),
        () -> what + " in " + reading.problems());
  }
}
