package org.turno.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.SkillId;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.Tier;

/** Reads what an agent can do and for whom: of the agent, or of a team for all of its agents. */
final class ServingReader {
  private static final int LARGEST_TIER = 9_999;
  private final Known known;
  private final Problems problems;

  ServingReader(Known known, Problems problems) {
    this.known = known;
    this.problems = problems;
  }

  /** What is written, on top of what a team gives. */
  Serving read(MapReader map, Serving team) {
    List<QueueId> queues = map.has("queues") ? queues(map) : team.queues();
    SortedMap<QueueId, Tier> tiers = new TreeMap<>(team.tiers());
    tiers.putAll(tiers(map));
    return new Serving(skills(map, team), queues, tiers);
  }

  private List<QueueId> queues(MapReader map) {
    List<QueueId> queues = new ArrayList<>();
    for (Text queue : map.texts("queues")) {
      known.queues().check(queue.value(), queue.spot(), map.where(), problems);
      QueueId name = new QueueId(queue.value());
      if (queues.contains(name)) {
        problems.error(
            queue.spot(), map.where() + " has the queue " + name + " twice", "remove one");
      }
      queues.add(name);
    }
    return queues;
  }

  /** By queue either a level or {@code {level: 2, position: 3}}. */
  private SortedMap<QueueId, Tier> tiers(MapReader map) {
    SortedMap<QueueId, Tier> tiers = new TreeMap<>();
    map.byName("tiers")
        .forEach(
            (queue, node) -> {
              known.queues().check(queue.value(), queue.spot(), map.where(), problems);
              String what = "tier of queue " + queue.value() + " of " + map.where();
              tiers.put(new QueueId(queue.value()), tier(node, what));
            });
    return tiers;
  }

  private Tier tier(Node node, String what) {
    if (node instanceof MappingNode mapping) {
      MapReader map = new MapReader(mapping, Section.TIER, what, Spot.of(node), problems);
      return new Tier(
          map.integer("level", 1, 1, LARGEST_TIER), map.integer("position", 1, 1, LARGEST_TIER));
    }
    Text level = Nodes.text(node, what, problems);
    if (level != null && level.value().matches("[1-9]\\d{0,3}")) {
      return new Tier(Integer.parseInt(level.value()), 1);
    }
    if (level != null) {
      problems.error(
          level.spot(),
          what + " is \"" + level.value() + "\"",
          "write a level from 1 (asked first) on, or {level: 2, position: 3}");
    }
    return Tier.FIRST;
  }

  private Skills skills(MapReader map, Serving team) {
    SortedMap<SkillId, Integer> levels = new TreeMap<>(team.skills().levels());
    map.byName("skills")
        .forEach(
            (name, node) -> {
              known.skills().check(name.value(), name.spot(), map.where(), problems);
              Text level =
                  Nodes.text(node, "skill " + name.value() + " of " + map.where(), problems);
              if (level != null) {
                level(new SkillId(name.value()), level, map, team, levels);
              }
            });
    return new Skills(levels);
  }

  private void level(
      SkillId skill, Text level, MapReader map, Serving team, SortedMap<SkillId, Integer> levels) {
    boolean ofTeam = team.skills().level(skill) > 0;
    if (level.value().matches("[1-9]\\d?|100")) {
      levels.put(skill, Integer.valueOf(level.value()));
    } else if (level.value().equals("0") && ofTeam) {
      levels.remove(skill);
    } else {
      problems.error(
          level.spot(),
          "skill " + skill + " of " + map.where() + " has the level \"" + level.value() + "\"",
          "write a level from 1 (little) to 100 (expert)"
              + (ofTeam ? ", or 0 to take the team's away" : ""));
    }
  }
}
