package org.turno.server.config;

import java.util.ArrayList;
import java.util.List;
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.RelaxationStep;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.StickyPolicy;

/** Reads how a queue's contacts and agents find each other. */
final class RoutingReader {
  private static final long HOUR_MS = 3_600_000;
  private static final int LARGEST = 1_000;
  private final Known known;
  private final Problems problems;

  RoutingReader(Known known, Problems problems) {
    this.known = known;
    this.problems = problems;
  }

  RoutingPolicy read(MapReader queue) {
    Requirement preference = RequirementReader.preference(queue, known, problems);
    MapReader map = queue.map("routing", Section.ROUTING);
    return map == null
        ? RoutingPolicy.DEFAULT.preferring(preference)
        : routing(map).preferring(preference);
  }

  private RoutingPolicy routing(MapReader map) {
    return new RoutingPolicy(
            map.oneOf("choose", RoutingPolicy.DEFAULT.choice()),
            map.integer("weight", 0, 0, LARGEST),
            ageing(map),
            relaxation(map),
            map.flag("takes_over"),
            map.flag("interrupts_wrap_up"),
            map.durationMs("named_agent_wait", 0, 0, HOUR_MS))
        .with(sticky(map))
        .with(new RingReader(problems).read(map));
  }

  private StickyPolicy sticky(MapReader routing) {
    MapReader map = routing.map("sticky", Section.STICKY);
    if (map == null) {
      return StickyPolicy.NONE;
    }
    map.requiredText("expires", "24h");
    return new StickyPolicy(
        map.durationMs("wait", 0, 0, HOUR_MS),
        map.durationMs("expires", 0, 1_000, 366 * 24 * HOUR_MS));
  }

  private Ageing ageing(MapReader routing) {
    MapReader map = routing.map("ageing", Section.AGEING);
    if (map == null) {
      return Ageing.NONE;
    }
    for (String key : List.of("step", "cap")) {
      if (!map.has(key)) {
        problems.error(
            map.spot(), map.where() + " has no " + key, "write {step: 30s, cap: 10}: both");
      }
    }
    return new Ageing(map.durationMs("step", 0, 1_000, HOUR_MS), map.integer("cap", 0, 1, LARGEST));
  }

  private List<RelaxationStep> relaxation(MapReader routing) {
    List<RelaxationStep> steps = new ArrayList<>();
    long beforeMs = 0;
    for (MapReader map : routing.maps("relaxation", Section.RELAXATION)) {
      RelaxationStep step = step(map);
      if (step.afterMs() < beforeMs) {
        problems.error(
            map.spotOf("after"),
            map.where() + " comes after a step that is taken later",
            "put the steps in order of time");
      } else {
        beforeMs = step.afterMs();
        steps.add(step);
      }
    }
    return steps;
  }

  private RelaxationStep step(MapReader map) {
    if (map.requiredText("after", "30s") != null
        && !map.has("requires")
        && !map.has("prefers")
        && !map.has("add_priority")
        && !map.has("add_queues")) {
      problems.error(
          map.spot(),
          map.where() + " changes nothing",
          "add requires, prefers, add_priority or add_queues, or remove the step");
    }
    List<QueueId> queues = new ArrayList<>();
    for (Text queue : map.texts("add_queues")) {
      known.queues().check(queue.value(), queue.spot(), map.where(), problems);
      queues.add(new QueueId(queue.value()));
    }
    return new RelaxationStep(
        map.durationMs("after", 0, 0, 24 * HOUR_MS),
        map.has("requires") ? RequirementReader.read(map, known, problems) : null,
        map.has("prefers") ? RequirementReader.preference(map, known, problems) : null,
        map.integer("add_priority", 0, -LARGEST, LARGEST),
        queues);
  }
}
