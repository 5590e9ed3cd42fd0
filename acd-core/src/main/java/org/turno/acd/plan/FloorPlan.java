package org.turno.acd.plan;

import java.util.List;

/**
 * The whole configuration that the core knows. It reaches the core as one input, so that a replay
 * decides under the configuration of the day.
 */
public record FloorPlan(
    List<PbxPlan> pbxs,
    List<LinePlan> lines,
    List<QueuePlan> queues,
    List<AgentPlan> agents,
    List<ReservePlan> reserves,
    List<TeamPlan> teams) {
  /** Nothing configured. */
  public static final FloorPlan EMPTY = new FloorPlan(List.of(), List.of(), List.of(), List.of());

  /** Copies the lists and rejects ids that repeat and references that lead nowhere. */
  public FloorPlan {
    pbxs = List.copyOf(pbxs);
    lines = List.copyOf(lines);
    queues = List.copyOf(queues);
    agents = List.copyOf(agents);
    reserves = List.copyOf(reserves);
    teams = List.copyOf(teams);
    FloorPlanRules.check(pbxs, lines, queues, agents, reserves, teams);
  }

  /** Without reserves and teams. */
  public FloorPlan(
      List<PbxPlan> pbxs, List<LinePlan> lines, List<QueuePlan> queues, List<AgentPlan> agents) {
    this(pbxs, lines, queues, agents, List.of(), List.of());
  }

  /** The same with other reserves. */
  public FloorPlan with(List<ReservePlan> others) {
    return new FloorPlan(pbxs, lines, queues, agents, others, teams);
  }
}
