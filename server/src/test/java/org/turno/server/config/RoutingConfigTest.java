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
import org.turno.acd.plan.RoutingPolicy;
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
          routing: ROUTING
      lines:
        '012': {queue: general}
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
                + " relaxation: [{after: 10s, requires: violence, add_priority: 2,"
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
    assertTrue(routing.takesOver() && routing.interruptsWrapUp());
    assertEquals(20_000, routing.namedAgentMs());
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
            "{choose: longest_idel, ageing: {step: 30s}, relaxation: [{after: 20s}, {after: 10s,"
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
    assertEquals(7, messages.size(), all);
  }
}
