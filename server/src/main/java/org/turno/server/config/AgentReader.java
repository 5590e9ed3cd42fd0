package org.turno.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.SkillId;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.Tier;

/** Reads one agent. */
final class AgentReader {
  private static final int LARGEST_TIER = 9_999;
  private final Known known;
  private final Problems problems;
  private final Map<PhoneId, String> phones = new TreeMap<>();

  AgentReader(Known known, Problems problems) {
    this.known = known;
    this.problems = problems;
  }

  /** Null, with the problem reported, where the agent has no phone. */
  @Nullable AgentPlan read(AgentId id, MapReader map) {
    PhoneId phone = phone(id, map);
    Skills skills = skills(map);
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
    String alias = map.text("alias", id.value());
    return phone == null ? null : new AgentPlan(id, alias, phone, skills, queues, tiers(map));
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
          "write technology and name as the PBX dials them, for example PJSIP/1001");
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

  private Skills skills(MapReader map) {
    SequencedMap<Text, Node> written = map.byName("skills");
    SortedMap<SkillId, Integer> levels = new TreeMap<>();
    written.forEach(
        (skill, node) -> {
          known.skills().check(skill.value(), skill.spot(), map.where(), problems);
          String what = "skill " + skill.value() + " of " + map.where();
          Text level = Nodes.text(node, what, problems);
          if (level == null) {
            return;
          }
          if (level.value().matches("[1-9]\\d?|100")) {
            levels.put(new SkillId(skill.value()), Integer.valueOf(level.value()));
          } else {
            problems.error(
                level.spot(),
                what + " has the level \"" + level.value() + "\"",
                "write a level from 1 (little) to 100 (expert)");
          }
        });
    return new Skills(levels);
  }
}
