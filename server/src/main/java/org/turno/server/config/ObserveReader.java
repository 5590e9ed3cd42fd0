package org.turno.server.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.turno.acd.plan.ObservedPlan;
import org.turno.acd.plan.ObservedQueuePlan;
import org.turno.acd.plan.PbxId;

/** Reads which of a PBX's own queues are looked at. */
final class ObserveReader {
  private static final long HOUR_MS = 3_600_000;
  private static final long DAY_MS = 24 * HOUR_MS;
  private static final int LONGEST_NAME = 80;

  private final Problems problems;

  ObserveReader(Problems problems) {
    this.problems = problems;
  }

  /** Whether a PBX of the file is only looked at: it observes, and nothing says how to steer it. */
  static boolean onlyLooks(Node pbx) {
    return pbx instanceof MappingNode map && has(map, "observe") && !has(map, "ari");
  }

  private static boolean has(MappingNode map, String key) {
    return map.getValue().stream()
        .anyMatch(e -> e.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key));
  }

  /**
   * Null where nothing is looked at.
   *
   * @param kind what a PBX of this type distributes calls by
   */
  @Nullable ObservedPlan read(PbxId id, MapReader map, ObservedPlan.Kind kind) {
    if (!map.has("observe")) {
      if (map.has("observed_queues")) {
        problems.error(
            map.spotOf("observed_queues"),
            map.where() + " has observed_queues but does not observe",
            "add observe: " + word(kind) + ", or remove observed_queues");
      }
      return null;
    }
    Text what = map.text("observe");
    if (what != null && !what.value().equals(word(kind))) {
      problems.error(
          what.spot(),
          "observe of " + map.where() + " is \"" + what.value() + "\"",
          "write observe: " + word(kind));
    }
    if (!map.has("ami")) {
      problems.error(
          map.spotOf("observe"),
          map.where() + " observes but has no ami",
          "add ami with a user of manager.conf that has read = agent,call,system, as"
              + " deploy/asterisk/manager_turno_look.conf has");
    }
    return new ObservedPlan(id, kind, queues(map));
  }

  private List<ObservedQueuePlan> queues(MapReader pbx) {
    List<ObservedQueuePlan> queues = new ArrayList<>();
    pbx.byName("observed_queues")
        .forEach(
            (name, node) -> {
              if (name.value().isBlank() || name.value().length() > LONGEST_NAME) {
                problems.error(
                    name.spot(),
                    "an observed queue of " + pbx.where() + " is called \"" + name.value() + "\"",
                    "write its name in queues.conf, 1 to " + LONGEST_NAME + " characters");
              } else {
                queues.add(queue(name, node));
              }
            });
    return queues;
  }

  private ObservedQueuePlan queue(Text name, Node node) {
    ObservedQueuePlan usual = ObservedQueuePlan.of(name.value());
    String where = "observed queue " + name.value();
    MapReader map =
        Nodes.isNothing(node)
            ? null
            : MapReader.of(node, Section.OBSERVED_QUEUE, where, name.spot(), problems);
    if (map == null) {
      return usual;
    }
    long targetMs =
        map.has("service_level_target")
            ? map.durationMs("service_level_target", 0, 0, DAY_MS)
            : ObservedQueuePlan.AS_ON_PBX;
    return new ObservedQueuePlan(
        name.value(),
        map.text("name", name.value()),
        targetMs,
        map.durationMs("short_abandon", usual.shortAbandonMs(), 0, HOUR_MS));
  }

  static String word(ObservedPlan.Kind kind) {
    return switch (kind) {
      case APP_QUEUE -> "app_queue";
      case CALLCENTER -> "callcenter";
    };
  }
}
