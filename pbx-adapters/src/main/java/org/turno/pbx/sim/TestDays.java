package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.OfferPolicy;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.WrapUpPolicy;

/** The days that citizen lines are tested with. Every person and every council is invented. */
public final class TestDays {
  /** The PBX of all test days. */
  public static final PbxId PBX = new PbxId("sim");

  private static final long HALF_HOUR_MS = 30 * 60_000L;
  private static final long HOUR_MS = 60 * 60_000L;
  private static final long TALK_MS = 180_000;
  private static final long WRAP_UP_MS = 30_000;
  private static final double SURGE = 2.68;

  /** Calls per half hour of a citizen line's weekday, from 08:00. */
  private static final List<Integer> WEEKDAY =
      List.of(
          68, 118, 194, 245, 279, 287, 283, 275, 266, 253, 232, 203, 161, 127, 106, 106, 118, 127,
          131, 127, 114, 101, 84, 68, 51, 42, 34, 25);

  /** Calls per hour of a national hotline, from 00:00. */
  private static final List<Double> HOTLINE =
      List.of(
          6.5, 4.7, 3.5, 3.0, 2.7, 2.7, 3.5, 5.6, 9.5, 14.5, 18.0, 19.2, 19.5, 17.4, 13.9, 13.3,
          15.4, 17.4, 18.0, 17.4, 16.2, 14.5, 12.4, 9.2);

  private static final int COUNCILS = 13;
  private static final double COUNCIL_CALLS = 3_000;
  private static final double APPOINTMENT_CALLS = 480;

  private TestDays() {}

  /**
   * A weekday of a regional citizen line: 40 agents, five lines, from general information to a
   * protected line. The day that the demonstration lives.
   */
  public static TestDay weekday012() {
    return new TestDay(
        "012 weekday",
        DemoPlan.plan(),
        List.of(
            weekday("012", 0.72, TALK_MS, WRAP_UP_MS, 120_000),
            weekday("012-citas", 0.15, TALK_MS, WRAP_UP_MS, 120_000),
            weekday("012-social", 0.08, TALK_MS, WRAP_UP_MS, 120_000),
            weekday("012-idiomas", 0.04, TALK_MS, WRAP_UP_MS, 120_000),
            weekday("012-mujer", 0.01, 15 * 60_000, 2 * 60_000, 180_000)),
        AgentHabits.everyday());
  }

  /** The same weekday with the calls of an emergency. */
  public static TestDay surge012() {
    return weekday012().times(SURGE, "012 surge");
  }

  /** A protected line around the clock: few calls, long ones, 11 agents. */
  public static TestDay hotline() {
    QueuePlan queue =
        queue("016", "Línea protegida", "violence >= 50", 20_000, DemoPlan.BY_THE_AGENT_ALONE);
    LinePlan line = protectedLine("016", "Línea protegida", "016");
    LineTraffic traffic =
        new LineTraffic(line.id(), HOUR_MS, HOTLINE, 15 * 60_000, 2 * 60_000, 180_000);
    return new TestDay(
        "hotline",
        plan(List.of(line), List.of(queue), DemoPlan.agents(11, "violence:80")),
        List.of(traffic),
        AgentHabits.everyday());
  }

  /** 13 small councils, 3,000 calls a day shared out by Zipf's law, 20 agents for all of them. */
  public static TestDay councils13() {
    List<LinePlan> lines = new ArrayList<>();
    List<QueuePlan> queues = new ArrayList<>();
    List<LineTraffic> traffic = new ArrayList<>();
    double harmonic = 0;
    for (int rank = 1; rank <= COUNCILS; rank++) {
      harmonic += 1.0 / rank;
    }
    for (int rank = 1; rank <= COUNCILS; rank++) {
      String id = String.format(Locale.ROOT, "010-%02d", rank);
      String name = "Ayuntamiento " + rank;
      queues.add(queue(id, name, "", 15_000, 60_000));
      lines.add(openLine(id, name, id, ""));
      double share = COUNCIL_CALLS / weekdayTotal() / (rank * harmonic);
      traffic.add(weekday(id, share, 120_000, WRAP_UP_MS, 120_000));
    }
    return new TestDay(
        "13 councils",
        plan(lines, queues, DemoPlan.agents(20, "general:50")),
        traffic,
        AgentHabits.everyday());
  }

  /** A line for appointments: 480 calls a day, 6 agents. */
  public static TestDay appointments() {
    QueuePlan queue = queue("citas", "Cita previa", "appointments", 15_000, 60_000);
    LinePlan line = openLine("citas", "Cita previa", "citas", "");
    return new TestDay(
        "appointments",
        plan(List.of(line), List.of(queue), DemoPlan.agents(6, "appointments:60")),
        List.of(weekday("citas", APPOINTMENT_CALLS / weekdayTotal(), 150_000, WRAP_UP_MS, 120_000)),
        AgentHabits.everyday());
  }

  private static double weekdayTotal() {
    return WEEKDAY.stream().mapToInt(Integer::intValue).sum();
  }

  private static LineTraffic weekday(
      String line, double share, double talkMs, double wrapUpMs, double patienceMs) {
    return new LineTraffic(
        new LineId(line),
        HALF_HOUR_MS,
        WEEKDAY.stream().map(calls -> calls * share).toList(),
        talkMs,
        wrapUpMs,
        patienceMs);
  }

  static FloorPlan plan(List<LinePlan> lines, List<QueuePlan> queues, List<AgentPlan> agents) {
    return new FloorPlan(List.of(new PbxPlan(PBX)), lines, queues, agents);
  }

  static QueuePlan queue(
      String id, String name, String requirement, long offerTimeoutMs, long wrapUpLimitMs) {
    return QueuePlan.of(id)
        .named(name)
        .asking(Requirement.parse(requirement))
        .with(new OfferPolicy(offerTimeoutMs, 3, 5_000))
        .with(new WrapUpPolicy(wrapUpLimitMs));
  }

  static LinePlan openLine(String id, String name, String queue, String requirement) {
    return new LinePlan(
        new LineId(id),
        name,
        new QueueId(queue),
        0,
        Requirement.parse(requirement),
        CallerDisplay.CALLER,
        false);
  }

  static LinePlan protectedLine(String id, String name, String queue) {
    return new LinePlan(
        new LineId(id),
        name,
        new QueueId(queue),
        100,
        Requirement.nothing(),
        CallerDisplay.LINE,
        true);
  }
}
