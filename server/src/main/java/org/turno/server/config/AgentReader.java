package org.turno.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.AnswerMode;
import org.turno.acd.plan.PbxId;
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
  private final Map<PhoneId, String> phones = new TreeMap<>();

  AgentReader(Known known, TeamReader teams, Problems problems) {
    this.known = known;
    this.problems = problems;
    this.teams = teams;
    this.serving = new ServingReader(known, problems);
    this.wrapUps = new WrapUpReader(problems);
  }

  /** Null, with the problem reported, where the agent has no phone. */
  @Nullable AgentPlan read(AgentId id, MapReader map) {
    PhoneId phone = phone(id, map);
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

  private @Nullable PhoneId phone(AgentId id, MapReader map) {
    Text address = map.requiredText("phone", "PJSIP/1001");
    PbxId pbx = pbx(map);
    if (address == null || pbx == null) {
      return null;
    }
    if (!address.value().matches("[^/\\s]+/\\S+")) {
      problems.error(
          address.spot(),
          "phone of " + map.where() + " is \"" + address.value() + "\"",
          "write technology and name as the PBX dials them, for example PJSIP/1001 or user/1001");
      return null;
    }
    PhoneId phone = new PhoneId(pbx, address.value());
    String other = phones.putIfAbsent(phone, id.value());
    if (other != null) {
      problems.error(
          address.spot(),
          map.where() + " has the phone of agent " + other,
          "give each agent a phone of their own");
      return null;
    }
    return phone;
  }

  private @Nullable PbxId pbx(MapReader map) {
    Text pbx = map.text("pbx");
    if (pbx != null) {
      return known.pbxs().check(pbx.value(), pbx.spot(), map.where(), problems)
          ? new PbxId(pbx.value())
          : null;
    }
    if (map.has("pbx")) {
      return null;
    }
    if (known.pbxs().names().size() > 1) {
      problems.error(
          map.spot(),
          map.where() + " does not say on which PBX the phone is",
          "add pbx: with one of " + String.join(", ", known.pbxs().names()));
      return null;
    }
    return known.pbxs().names().isEmpty() ? null : new PbxId(known.pbxs().names().first());
  }
}
