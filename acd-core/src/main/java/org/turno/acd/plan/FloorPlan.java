package org.turno.acd.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration that the core knows. It reaches the core as one input, so that a replay
 * decides under the configuration of the day.
 *
 * @param pauses why agents may pause; empty for any reason
 * @param observed PBXs whose own queues are looked at
 * @param supervisors who may take part in conversations
 */
public record FloorPlan(
    List<PbxPlan> pbxs,
    List<LinePlan> lines,
    List<QueuePlan> queues,
    List<AgentPlan> agents,
    List<ReservePlan> reserves,
    List<TeamPlan> teams,
    List<PauseReason> pauses,
    List<ObservedPlan> observed,
    List<SupervisorPlan> supervisors) {
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
    pauses = List.copyOf(pauses);
    observed = List.copyOf(observed);
    supervisors = List.copyOf(supervisors);
    FloorPlanRules.check(pbxs, lines, queues, agents, reserves, teams);
    FloorPlanRules.unique("pause reason", pauses.stream().map(PauseReason::name).toList());
    FloorPlanRules.unique("observed PBX", observed.stream().map(ObservedPlan::pbx).toList());
    FloorPlanRules.check(pbxs, supervisors);
  }

  /** Without supervisors. */
  public FloorPlan(
      List<PbxPlan> pbxs,
      List<LinePlan> lines,
      List<QueuePlan> queues,
      List<AgentPlan> agents,
      List<ReservePlan> reserves,
      List<TeamPlan> teams,
      List<PauseReason> pauses,
      List<ObservedPlan> observed) {
    this(pbxs, lines, queues, agents, reserves, teams, pauses, observed, List.of());
  }

  /** Without observed PBXs and supervisors. */
  public FloorPlan(
      List<PbxPlan> pbxs,
      List<LinePlan> lines,
      List<QueuePlan> queues,
      List<AgentPlan> agents,
      List<ReservePlan> reserves,
      List<TeamPlan> teams,
      List<PauseReason> pauses) {
    this(pbxs, lines, queues, agents, reserves, teams, pauses, List.of());
  }

  /** Without reserves, teams and pause reasons. */
  public FloorPlan(
      List<PbxPlan> pbxs, List<LinePlan> lines, List<QueuePlan> queues, List<AgentPlan> agents) {
    this(pbxs, lines, queues, agents, List.of(), List.of(), List.of());
  }

  /** Without pause reasons. */
  public FloorPlan(
      List<PbxPlan> pbxs,
      List<LinePlan> lines,
      List<QueuePlan> queues,
      List<AgentPlan> agents,
      List<ReservePlan> reserves,
      List<TeamPlan> teams) {
    this(pbxs, lines, queues, agents, reserves, teams, List.of());
  }

  /** The same with other reserves. */
  public FloorPlan with(List<ReservePlan> others) {
    return new FloorPlan(pbxs, lines, queues, agents, others, teams, pauses, observed, supervisors);
  }

  /** The same with other pause reasons. */
  public FloorPlan withPauses(List<PauseReason> others) {
    return new FloorPlan(
        pbxs, lines, queues, agents, reserves, teams, others, observed, supervisors);
  }

  /** The same with other observed PBXs. */
  public FloorPlan observing(List<ObservedPlan> others) {
    return new FloorPlan(pbxs, lines, queues, agents, reserves, teams, pauses, others, supervisors);
  }

  /** The same with other supervisors. */
  public FloorPlan supervisedBy(List<SupervisorPlan> others) {
    return new FloorPlan(pbxs, lines, queues, agents, reserves, teams, pauses, observed, others);
  }

  /** A supervisor; null for a name that is none's. */
  public @Nullable SupervisorPlan supervisor(String name) {
    for (SupervisorPlan plan : supervisors) {
      if (plan.name().equals(name)) {
        return plan;
      }
    }
    return null;
  }

  /** What is looked at on a PBX; null for nothing. */
  public @Nullable ObservedPlan observed(PbxId pbx) {
    for (ObservedPlan plan : observed) {
      if (plan.pbx().equals(pbx)) {
        return plan;
      }
    }
    return null;
  }

  /** What is configured of a pause reason; null where the configuration does not name it. */
  public @Nullable PauseReason pause(String name) {
    for (PauseReason reason : pauses) {
      if (reason.name().equals(name)) {
        return reason;
      }
    }
    return null;
  }
}
