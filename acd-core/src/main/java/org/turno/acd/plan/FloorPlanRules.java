package org.turno.acd.plan;

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
    SortedSet<LineId> lineIds = unique("line", lines.stream().map(LinePlan::id).toList());
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
      for (Destination to : Ways.byItself(queue)) {
        leadsSomewhere(to, queueIds, lineIds, "queue " + queue.id());
      }
      for (Destination to : Ways.byKey(queue)) {
        leadsSomewhere(to, queueIds, lineIds, "a key of queue " + queue.id());
      }
    }
    for (LinePlan line : lines) {
      for (Destination to : Ways.byItself(line)) {
        leadsSomewhere(to, queueIds, lineIds, "line " + line.id());
      }
    }
    checkWays(new Ways(lines, queues), lines);
  }

  static void check(List<PbxPlan> pbxs, List<SupervisorPlan> supervisors) {
    SortedSet<PbxId> ids = unique("PBX", pbxs.stream().map(PbxPlan::id).toList());
    unique("supervisor", supervisors.stream().map(SupervisorPlan::name).toList());
    unique("supervisor's phone", supervisors.stream().map(SupervisorPlan::phone).toList());
    for (SupervisorPlan supervisor : supervisors) {
      require(ids, supervisor.phone().pbx(), "supervisor " + supervisor.name());
    }
  }

  private static void leadsSomewhere(
      Destination to, SortedSet<QueueId> queues, SortedSet<LineId> lines, String where) {
    switch (to) {
      case Destination.ToQueue other -> require(queues, other.queue(), where);
      case Destination.ToLine other -> require(lines, other.line(), where);
      case Destination.ToExtension extension -> {}
      case Destination.ToAnnouncement announcement -> {}
    }
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

  /** A contact sent round for ever would never be served, one in danger never be cut off. */
  private static void checkWays(Ways ways, List<LinePlan> lines) {
    List<Door> circle = ways.circle();
    if (circle != null) {
      throw new IllegalArgumentException(
          "overflow goes in a circle: "
              + circle
              + ": let the last of them send callers to an extension or nowhere");
    }
    for (LinePlan line : lines) {
      for (Door door : line.protectedLine() ? ways.reachable(line) : List.<Door>of()) {
        if (ways.endsCalls(door)) {
          throw new IllegalArgumentException(
              "callers of the protected line "
                  + line.id()
                  + " could be hung up on by "
                  + door
                  + ": send them to a queue, a line or an extension that is answered");
        }
      }
    }
  }
}
