package org.turno.acd.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What makes a floor plan whole. The configuration reader reports the same faults with lines. */
final class FloorPlanRules {
  private FloorPlanRules() {}

  static void check(
      List<PbxPlan> pbxs,
      List<LinePlan> lines,
      List<QueuePlan> queues,
      List<AgentPlan> agents,
      List<ReservePlan> reserves,
      List<TeamPlan> teams) {
    SortedSet<PbxId> pbxIds = unique("PBX", pbxs.stream().map(PbxPlan::id).toList());
    SortedSet<QueueId> queueIds = unique("queue", queues.stream().map(QueuePlan::id).toList());
    unique("line", lines.stream().map(LinePlan::id).toList());
    unique("agent", agents.stream().map(AgentPlan::id).toList());
    unique("phone", agents.stream().map(AgentPlan::phone).toList());
    SortedSet<TeamId> teamIds = unique("team", teams.stream().map(TeamPlan::id).toList());
    for (LinePlan line : lines) {
      require(queueIds, line.queue(), "line " + line.id());
    }
    for (AgentPlan agent : agents) {
      require(pbxIds, agent.phone().pbx(), "agent " + agent.id());
      if (agent.team() != null) {
        require(teamIds, agent.team(), "agent " + agent.id());
      }
      for (QueueId queue : agent.queues()) {
        require(queueIds, queue, "agent " + agent.id());
      }
      for (QueueId queue : agent.tiers().keySet()) {
        require(queueIds, queue, "a tier of agent " + agent.id());
      }
    }
    for (ReservePlan reserve : reserves) {
      for (QueueId queue : reserve.queues()) {
        require(queueIds, queue, "reserve " + reserve.name());
      }
    }
    for (QueuePlan queue : queues) {
      for (RelaxationStep step : queue.routing().relaxation()) {
        for (QueueId more : step.addQueues()) {
          require(queueIds, more, "a relaxation step of queue " + queue.id());
        }
      }
      if (queue.admission().overflow() instanceof Destination.ToQueue to) {
        require(queueIds, to.queue(), "queue " + queue.id());
      }
      for (KeyAction action : queue.keys().values()) {
        if (action instanceof KeyAction.Leave(Destination.ToQueue(QueueId to))) {
          require(queueIds, to, "a key of queue " + queue.id());
        }
      }
    }
    rejectOverflowCircle(queues);
  }

  static <T extends Comparable<T>> SortedSet<T> unique(String what, List<T> ids) {
    SortedSet<T> seen = new TreeSet<>();
    for (T id : ids) {
      if (!seen.add(id)) {
        throw new IllegalArgumentException(what + " " + id + " is defined twice: rename one");
      }
    }
    return seen;
  }

  private static <T> void require(SortedSet<T> known, T id, String where) {
    if (!known.contains(id)) {
      throw new IllegalArgumentException(
          where + " refers to " + id + ", which is not defined: define it or correct the name");
    }
  }

  /** A contact that overflows for ever would never be served. */
  private static void rejectOverflowCircle(List<QueuePlan> queues) {
    for (QueuePlan start : queues) {
      List<QueueId> path = new ArrayList<>();
      QueuePlan at = start;
      while (at.admission().overflow() instanceof Destination.ToQueue to) {
        path.add(at.id());
        if (path.contains(to.queue())) {
          throw new IllegalArgumentException(
              "overflow goes in a circle: "
                  + path
                  + " and back to "
                  + to.queue()
                  + ": let the last queue overflow to an extension or not at all");
        }
        at = queues.stream().filter(q -> q.id().equals(to.queue())).findFirst().orElseThrow();
      }
    }
  }
}
