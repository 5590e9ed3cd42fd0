package org.turno.load.theory;

import java.util.ArrayList;
import java.util.List;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.Skills;

/** Configurations to try theory on. */
final class Floors {
  private Floors() {}

  /** One queue with these lines and agents. */
  static FloorPlan ofOneQueue(QueuePlan queue, List<LinePlan> lines, List<AgentPlan> agents) {
    return new FloorPlan(List.of(new PbxPlan(TheoryFloor.PBX)), lines, List.of(queue), agents);
  }

  /** Agents who are all alike. */
  static List<AgentPlan> agents(String prefix, int count, Skills skills) {
    List<AgentPlan> agents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = prefix + i;
      PhoneId phone = new PhoneId(TheoryFloor.PBX, "PJSIP/" + id);
      agents.add(new AgentPlan(new AgentId(id), id, phone, skills, List.of()));
    }
    return agents;
  }

  static LinePlan line(String id, QueueId queue, int priority, Requirement requirement) {
    return new LinePlan(
        new LineId(id), id, queue, priority, requirement, CallerDisplay.LINE, false);
  }
}
