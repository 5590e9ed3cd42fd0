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
import org.turno.acd.plan.ObservedPlan;
import org.turno.acd.plan.ObservedQueuePlan;
import org.turno.acd.plan.PbxId;

/** How a site that has queues already begins: by looking. */
final class ObserveConfigTest {
  private static final String AMI = "ami: {user: turno-look, password_env: P}";
  private static final String HTTP = "http: {token_env: P}\n";

  @TempDir private Path folder;

  private ConfigReading read(String pbx, String more) throws IOException {
    Path file = folder.resolve("turno.yaml");
    Files.writeString(file, "pbxs:\n  old: {" + pbx + "}\n" + more + HTTP);
    return ConfigReader.read(file, Map.of("P", "0123456789abcdef0123"));
  }

  private void refuses(String expected, String pbx, String more) throws IOException {
    String problems = read(pbx, more).problems().toString();
    assertTrue(problems.contains(expected), problems);
  }

  @Test
  void aPbxThatIsOnlyLookedAtNeedsNothingElse() throws IOException {
    ConfigReading reading = read("type: asterisk, observe: app_queue, " + AMI, "");
    assertEquals(List.of(), reading.problems());
    TurnoConfig config = reading.config().orElseThrow();
    FloorPlan plan = config.plan();
    assertEquals(List.of(), plan.pbxs());
    assertEquals(List.of(), config.pbxs());
    assertEquals("turno-look", config.observers().getFirst().ami().user());
    assertTrue(plan.observed().getFirst().watches("any"));
  }

  @Test
  void someQueuesCanBeNamedAndMeasured() throws IOException {
    ConfigReading reading =
        read(
            "type: asterisk, observe: app_queue, observed_queues: {sales: {name: Ventas,"
                + " service_level_target: 10s}, 'other one': }, "
                + AMI,
            "");
    assertEquals(List.of(), reading.problems());
    ObservedPlan plan = reading.config().orElseThrow().plan().observed().getFirst();
    assertEquals(
        List.of(
            new ObservedQueuePlan("sales", "Ventas", 10_000, 5_000),
            ObservedQueuePlan.of("other one")),
        plan.queues());
    assertTrue(!plan.watches("third"));
  }

  @Test
  void aPbxCanBeSteeredAndLookedAt() throws IOException {
    ConfigReading reading =
        read(
            "type: asterisk, ari: {user: u, password_env: P}, observe: app_queue, " + AMI,
            "queues: {tax: {}}\nlines: {'012': {queue: tax}}\nagents: {anna: {phone: PJSIP/1}}\n");
    assertEquals(List.of(), reading.problems());
    TurnoConfig config = reading.config().orElseThrow();
    assertEquals(new PbxId("old"), config.plan().pbxs().getFirst().id());
    assertEquals(1, config.observers().size());
  }

  @Test
  void whatCannotBeIsSaidWithItsRemedy() throws IOException {
    refuses("write observe: app_queue", "type: asterisk, observe: queues, " + AMI, "");
    refuses("read = agent,call,system", "type: asterisk, observe: app_queue", "");
    refuses("add observe: app_queue", "type: asterisk, observed_queues: {a: }, " + AMI, "");
    refuses(
        "what is only looked at needs none",
        "type: asterisk, observe: app_queue, dead_man_switch: 9s, " + AMI,
        "");
    refuses(
        "add ari to the PBX",
        "type: asterisk, observe: app_queue, " + AMI,
        "agents: {anna: {phone: PJSIP/1}}\n");
    refuses("the section queues is missing", "type: asterisk, " + AMI, "");
  }
}
