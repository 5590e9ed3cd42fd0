package org.turno.server.config;

import java.util.Map;
import java.util.TreeMap;
import org.turno.acd.plan.TeamId;
import org.turno.acd.plan.TeamPlan;

/** Reads teams and keeps what each gives its agents. */
final class TeamReader {
  private final ServingReader serving;
  private final Map<TeamId, Serving> gives = new TreeMap<>();

  TeamReader(Known known, Problems problems) {
    this.serving = new ServingReader(known, problems);
  }

  TeamPlan read(TeamId id, MapReader map) {
    gives.put(id, serving.read(map, Serving.NOTHING));
    return new TeamPlan(id, map.text("name", id.value()));
  }

  /** What a team gives; nothing where it is not defined, which was reported. */
  Serving gives(TeamId team) {
    return gives.getOrDefault(team, Serving.NOTHING);
  }
}
