package org.turno.stats;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.ContactEvent.OverflowReason;
import org.turno.acd.event.WaitEstimate;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.ObservedAgent;
import org.turno.acd.plan.ObservedPlan;
import org.turno.acd.plan.PauseReason;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.TeamId;

/**
 * The live figures after one entry, whole, to be kept and continued from: what the journal's
 * earlier entries came to. Independent of the figures that go on.
 */
public record FiguresImage(
    long seq, long timeMs, long dayStartMs, long dayEndMs, FloorImage floor, TrendImage trend) {

  record FloorImage(
      Group totals,
      List<Queue> queues,
      List<ContactImage> contacts,
      List<AgentImage> agents,
      List<Team> teams,
      List<PauseCount> pauses,
      List<PbxFigures> pbxs,
      List<LinePlan> lines,
      long arrivals,
      List<DoorFigures> doors,
      List<ObservedPlan> observedPlans,
      List<ObservedSource> observed,
      List<Presence> presences) {}

  /** Without the contacts that are not answered yet: they are known by their own states. */
  record Group(
      Map<Outcome, Long> endings,
      Map<OverflowReason, Long> ways,
      StaffingImage staffing,
      int ringing,
      int talking,
      long offered,
      long answered,
      long answeredInTime,
      long shortAbandoned,
      long handled,
      long answeredWaitMs,
      long talkMs,
      long wrapUpMs) {}

  record StaffingImage(
      Map<AgentState, Integer> byState,
      long busyOffsetMs,
      int busyAgents,
      long staffedOffsetMs,
      int staffedAgents) {}

  record Queue(
      QueuePlan plan,
      boolean configured,
      Group counter,
      Calibration calibration,
      @Nullable PbxId observedPbx,
      String observedName,
      long observedLevelMs) {}

  /** An agent of a PBX's own queues; places are by queue. */
  record Presence(
      PbxId pbx,
      String agent,
      List<QueueId> queues,
      List<ObservedAgent> places,
      PhoneState phone,
      AgentModel.Work work,
      @Nullable ContactId contact) {}

  record Team(
      TeamId id, String name, StaffingImage staffing, long handled, long talkMs, long wrapUpMs) {}

  record PauseCount(PauseReason reason, boolean listed, int agents, long offsetMs) {}

  record Pauses(
      @Nullable String reason,
      boolean byTurno,
      boolean overran,
      @Nullable String planned,
      long plannedAtMs,
      @Nullable String counted,
      long countedSinceMs,
      long dayStartMs,
      long paidMs,
      long unpaidMs,
      @Nullable String breakReason,
      long breakUntilMs) {}

  record ContactImage(
      ContactId id,
      long order,
      @Nullable LineId line,
      int priority,
      long arrivedMs,
      boolean protectedLine,
      long placeMs,
      long placeTie,
      @Nullable QueueId queue,
      ContactState state,
      @Nullable AgentId agent,
      long answeredMs,
      @Nullable WaitEstimate estimate,
      long estimatedMs,
      List<AgentId> offered,
      List<String> rung,
      long callbackSinceMs,
      Map<String, ListenMode> listeners) {}

  /** The contact is whole: it may be over, and the agent in its wrap-up. */
  record AgentImage(
      AgentPlan plan,
      boolean configured,
      List<QueueId> queues,
      @Nullable TeamId team,
      AgentState state,
      long sinceMs,
      boolean signedIn,
      boolean leaving,
      Pauses pauses,
      boolean retryDelay,
      boolean legUp,
      boolean pbxConnected,
      PhoneState phone,
      AgentModel.Work work,
      @Nullable ContactImage contact,
      long wrapUpSinceMs,
      long wrapUpUntilMs,
      int hardInRow,
      long handled) {}

  record TrendImage(List<TrendPoint> points, long nextMs) {}
}
