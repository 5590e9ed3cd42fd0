package org.turno.stats;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AdmissionPolicy;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.OfferPolicy;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.WrapUpPolicy;

/** Floors to count on. */
final class TestPlans {
  static final PbxId PBX = new PbxId("pbx");

  private TestPlans() {}

  /** So many queues q0, q1, ..., each with a line; q1's line is protected; the last overflows. */
  static FloorPlan floor(int queues, int agents) {
    List<QueuePlan> queuePlans = new ArrayList<>();
    List<LinePlan> lines = new ArrayList<>();
    for (int i = 0; i < queues; i++) {
      queuePlans.add(queue(i, i + 1 == queues ? new Destination.ToQueue(new QueueId("q0")) : null));
      lines.add(line(i));
    }
    List<AgentPlan> agentPlans = new ArrayList<>();
    for (int i = 0; i < agents; i++) {
      List<QueueId> served = i % 4 == 0 ? List.of() : List.of(new QueueId("q" + i % queues));
      agentPlans.add(
          new AgentPlan(
              new AgentId("a" + i), "Alias " + i, new PhoneId(PBX, "10" + i), Skills.NONE, served));
    }
    return new FloorPlan(List.of(new PbxPlan(PBX)), lines, queuePlans, agentPlans);
  }

  private static LinePlan line(int number) {
    return new LinePlan(
        new LineId("line" + number),
        "Line " + number,
        new QueueId("q" + number),
        number % 3,
        Requirement.nothing(),
        CallerDisplay.LINE,
        number == 1);
  }

  /** Rings 15 s, wraps up to 30 s, answers within 20 s, a short abandon before 5 s. */
  private static QueuePlan queue(int number, @Nullable Destination overflow) {
    return QueuePlan.of("q" + number)
        .named("Queue " + number)
        .with(new OfferPolicy(15_000, 3, 5_000))
        .with(new WrapUpPolicy(30_000))
        .with(
            new AdmissionPolicy(overflow == null ? 0 : 60_000, overflow == null ? 0 : 3, overflow));
  }
}
