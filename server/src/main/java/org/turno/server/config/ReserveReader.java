package org.turno.server.config;

import java.util.ArrayList;
import java.util.List;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.ReservePlan;

/** Reads one reserve. */
final class ReserveReader {
  private static final int LARGEST = 10_000;
  private final Known known;
  private final Problems problems;

  ReserveReader(Known known, Problems problems) {
    this.known = known;
    this.problems = problems;
  }

  ReservePlan read(String name, MapReader map) {
    Text agents = map.requiredText("agents", "violence >= 50");
    Requirement requirement =
        agents == null
            ? Requirement.nothing()
            : RequirementReader.read("agents", agents, map, known, problems);
    map.requiredText("keep", "1");
    List<QueueId> queues = new ArrayList<>();
    for (Text queue : map.texts("queues")) {
      known.queues().check(queue.value(), queue.spot(), map.where(), problems);
      queues.add(new QueueId(queue.value()));
    }
    if (queues.isEmpty()) {
      problems.error(
          map.spotOf("queues"),
          map.where() + " is for no queue",
          "name the queues that it keeps agents for, for example queues: [women]");
    }
    return new ReservePlan(name, requirement, map.integer("keep", 1, 0, LARGEST), queues);
  }
}
