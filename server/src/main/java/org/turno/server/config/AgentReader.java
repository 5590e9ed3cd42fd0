package org.turno.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.AnswerMode;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.SeatPlan;
import org.turno.acd.plan.TeamId;
import org.turno.acd.plan.WrapUpPolicy;

/** Reads one agent. */
final class AgentReader {
  private final Known known;
  private final Problems problems;
  private final TeamReader teams;
  private final ServingReader serving;
  private final WrapUpReader wrapUps;
  private final PhoneReader phones;

  AgentReader(Known known, TeamReader teams, Problems problems) {
    this.known = known;
    this.problems = problems;
    this.teams = teams;
    this.serving = new ServingReader(known, problems);
    this.wrapUps = new WrapUpReader(problems);
    this.phones = new PhoneReader("agent", known, problems);
  }

  /** Null, with the problem reported, where the agent has no phone. */
  @Nullable AgentPlan read(AgentId id, MapReader map) {
    PhoneId phone = phones.read(id.value(), map);
    TeamId team = team(map);
    Serving serves = serving.read(map, team == null ? Serving.NOTHING : teams.gives(team));
    String alias = map.text("alias", id.value());
    return phone == null
        ? null
        : new AgentPlan(
            id,
            alias,
            phone,
            serves.skills(),
            serves.queues(),
            serves.tiers(),
            team,
            SeatPlan.only(id),
            answer(map),
            wrapUp(map));
  }

  private @Nullable WrapUpPolicy wrapUp(MapReader map) {
    return map.has("wrap_up") || map.has("wrap_up_limit") ? wrapUps.read(map) : null;
  }

  private AnswerMode answer(MapReader map) {
    Text written = map.text("answer");
    if (written == null) {
      return AnswerMode.MANUAL;
    }
    List<String> names = new ArrayList<>();
    for (AnswerMode mode : AnswerMode.values()) {
      String name = mode.name().toLowerCase(Locale.ROOT);
      if (name.equals(written.value())) {
        return mode;
      }
      names.add(name);
    }
    problems.error(
        written.spot(),
        "answer of " + map.where() + " is \"" + written.value() + "\"",
        "use one of " + String.join(", ", names));
    return AnswerMode.MANUAL;
  }

  private @Nullable TeamId team(MapReader map) {
    Text team = map.text("team");
    boolean defined =
        team != null && known.teams().check(team.value(), team.spot(), map.where(), problems);
    return team == null || !defined ? null : new TeamId(team.value());
  }
}
