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
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.RingPolicy;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.StickyPolicy;
import org.turno.acd.plan.Tier;
import org.turno.acd.plan.WrapUpPolicy;

/** The keys that say who gets whom. */
final class RoutingConfigTest {
  private static final String BASE =
      """
      pbxs:
        lab: {type: asterisk, ari: {user: u, password_env: P}, ami: {user: u, password_env: P}}
      skills: {violence: Violence}
      queues:
        general: {}
        women:
          wrap_up_limit: by_agent
          prefers: violence >= 80
          routing: ROUTING
      lines:
        '012': {queue: general, prefers: violence}
        '012-en': {queue: general, language: en_GB}
      agents:
        anna: {phone: PJSIP/1, skills: {violence: 70}, tiers: {general: 2, women: {position: 3}}}
      reserves:
        women: RESERVE
      http: {token_env: P}
      """;

  @TempDir private Path folder;

  private ConfigReading read(String routing, String reserve) throws IOException {
    Path file = folder.resolve("turno.yaml");
    Files.writeString(file, BASE.replace("ROUTING", routing).replace("RESERVE", reserve));
    return ConfigReader.read(file, Map.of("P", "0123456789abcdef0123"));
  }

  @Test
  void everyKeyReachesTheCore() throws IOException {
    ConfigReading reading =
        read(
            "{choose: least_skilled, weight: 3, ageing: {step: 30s, cap: 10}, takes_over: true,"
                + " interrupts_wrap_up: true, named_agent_wait: 20s,"
                + " sticky: {wait: 15s, expires: 24h},"
                + " ring: {mode: progressively, step: 4s, at_most: 3},"
                + " relaxation: [{after: 10s, requires: violence, prefers: '', add_priority: 2,"
                + " add_queues: [general]}]}",
            "{agents: violence >= 50, keep: 2, queues: [women]}");
    assertEquals(List.of(), reading.problems());
    FloorPlan plan = reading.config().orElseThrow().plan();
    QueuePlan women = plan.queues().get(1);
    RoutingPolicy routing = women.routing();
    assertEquals(WrapUpPolicy.BY_AGENT, women.wrapUp().limitMs());
    assertEquals(AgentChoice.LEAST_SKILLED, routing.choice());
    assertEquals(new Ageing(30_000, 10), routing.ageing());
    assertEquals(3, routing.weight());
    assertEquals(Requirement.parse("violence >= 80"), routing.preference());
    assertEquals(Requirement.nothing(), routing.relaxation().get(0).preference());
    assertEquals(Requirement.parse("violence"), plan.lines().get(0).preference());
    assertTrue(routing.takesOver() && routing.interruptsWrapUp());
    assertEquals(20_000, routing.namedAgentMs());
    assertEquals(new RingPolicy(RingPolicy.Mode.PROGRESSIVELY, 3, 4_000), routing.ring());
    assertEquals(new StickyPolicy(15_000, 86_400_000), routing.sticky());
    assertEquals(List.of(new QueueId("general")), routing.relaxation().get(0).addQueues());
    assertEquals(new Tier(2, 1), plan.agents().get(0).tier(new QueueId("general")));
    assertEquals(new Tier(1, 3), plan.agents().get(0).tier(new QueueId("women")));
    assertEquals(2, plan.reserves().get(0).keep());
    assertEquals("es", plan.lines().get(0).language());
    assertEquals("en_GB", plan.lines().get(1).language());
  }

  @Test
  void everyMistakeIsReportedAtItsPlace() throws IOException {
    ConfigReading reading =
        read(
            "{choose: longest_idel, ageing: {step: 30s}, sticky: {wait: 20s}, relaxation: [{after: 20s}, {after: 10s,"
                + " requires: violense}]}",
            "{agents: 'violence >= ', keep: 2}");
    List<String> messages = reading.problems().stream().map(Problem::toString).toList();
    String all = String.join("\n", messages);
    assertTrue(all.contains("did you mean \"longest_idle\"?"), all);
    assertTrue(all.contains("has no cap"), all);
    assertTrue(all.contains("changes nothing"), all);
    assertTrue(all.contains("put the steps in order of time"), all);
    assertTrue(all.contains("did you mean \"violence\"?"), all);
    assertTrue(all.contains("agents of reserve women cannot be read at column 13"), all);
    assertTrue(all.contains("is for no queue"), all);
    assertTrue(all.contains("sticky of routing of queue women has no expires"), all);
    assertEquals(8, messages.size(), all);
  }

  @Test
  void aRingThatContradictsItselfIsExplained() throws IOException {
    String reserve = "{agents: violence, keep: 1, queues: [women]}";
    String all =
        read("{ring: {mode: al, at_most: 1}}", reserve).problems().toString()
            + read("{ring: {mode: all, step: 5s}}", reserve).problems()
            + read("{ring: {mode: progressively}}", reserve).problems()
            + read("{ring: {mode: one, at_most: 4}}", reserve).problems();
    assertTrue(all.contains("did you mean \"all\"?"), all);
    assertTrue(all.contains("write a whole number from 2 to 1000"), all);
    assertTrue(all.contains("has a step and rings all"), all);
    assertTrue(all.contains("has no step"), all);
    assertTrue(all.contains("rings one and has at_most"), all);
  }

  @Test
  void customersOfAProtectedLineAreNotToBeKnownAgain() throws IOException {
    Path file = folder.resolve("turno.yaml");
    Files.writeString(
        file,
        BASE.replace("ROUTING", "{sticky: {expires: 1h}}")
            .replace("RESERVE", "{agents: violence, keep: 1, queues: [women]}")
            .replace("agents:\n", "  '016': {queue: women, protected: true}\nagents:\n"));
    List<String> messages =
        ConfigReader.read(file, Map.of("P", "0123456789abcdef0123")).problems().stream()
            .map(Problem::toString)
            .toList();
    assertEquals(1, messages.size(), messages.toString());
    assertTrue(
        messages
            .getFirst()
            .contains("queue women serves the protected line 016 and knows customers again"),
        messages.toString());
  }
}
