package org.turno.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.TeamId;
import org.turno.acd.plan.TeamPlan;
import org.turno.acd.plan.Tier;

/** What a team gives its agents, and what their own entries change of it. */
final class TeamsConfigTest {
  private static final String BASE =
      """
      pbxs:
        lab: {type: asterisk, ari: {user: u, password_env: P}, ami: {user: u, password_env: P}}
      skills: {es: Spanish, en: English}
      queues:
        general: {}
        tax: {}
      lines:
        '012': {queue: general}
      teams: TEAMS
      agents: AGENTS
      http: {token_env: P}
      """;

  @TempDir private Path folder;

  private ConfigReading read(String teams, String agents) throws IOException {
    Path file = folder.resolve("turno.yaml");
    Files.writeString(file, BASE.replace("TEAMS", teams).replace("AGENTS", agents));
    return ConfigReader.read(file, Map.of("P", "0123456789abcdef0123"));
  }

  @Test
  void anAgentHasWhatTheTeamGivesUnlessTheOwnEntrySaysOtherwise() throws IOException {
    ConfigReading reading =
        read(
            "{early: {name: Mornings, skills: {es: 90, en: 30}, queues: [general],"
                + " tiers: {general: 2}}}",
            "{anna: {phone: PJSIP/1, team: early},"
                + " bea: {phone: PJSIP/2, team: early, skills: {en: 80, es: 0}, queues: [tax],"
                + " tiers: {tax: 3}},"
                + " carla: {phone: PJSIP/3, team: early, queues: []}, dora: {phone: PJSIP/4}}");
    assertEquals(List.of(), reading.problems());
    FloorPlan plan = reading.config().orElseThrow().plan();
    assertEquals(List.of(new TeamPlan(new TeamId("early"), "Mornings")), plan.teams());
    AgentPlan anna = plan.agents().get(0);
    assertEquals("{en=30, es=90}", anna.skills().levels().toString());
    assertEquals(List.of(new QueueId("general")), anna.queues());
    assertEquals(new Tier(2, 1), anna.tier(new QueueId("general")));
    AgentPlan bea = plan.agents().get(1);
    assertEquals("{en=80}", bea.skills().levels().toString());
    assertEquals(List.of(new QueueId("tax")), bea.queues());
    assertEquals(new Tier(2, 1), bea.tier(new QueueId("general")));
    assertEquals(new Tier(3, 1), bea.tier(new QueueId("tax")));
    assertEquals(List.of(), plan.agents().get(2).queues(), "an empty list: every queue");
    assertEquals(null, plan.agents().get(3).team());
  }

  @Test
  void everyMistakeIsReportedAtItsPlace() throws IOException {
    ConfigReading reading =
        read(
            "{early: {queues: [genral], skills: {es: 0}, leader: eva}}",
            "{anna: {phone: PJSIP/1, team: erly, skills: {es: 0}}, bea: {phone: PJSIP/2, team:"
                + " early, skills: {en: 0}}}");
    String all =
        reading.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    assertTrue(all.contains("team early names the unknown queue \"genral\""), all);
    assertTrue(all.contains("skill es of team early has the level \"0\""), all);
    assertTrue(all.contains("team early has the unknown key \"leader\""), all);
    assertTrue(all.contains("agent anna names the unknown team \"erly\""), all);
    assertTrue(all.contains("skill es of agent anna has the level \"0\""), all);
    assertTrue(all.contains("skill en of agent bea has the level \"0\""), all);
  }
}
