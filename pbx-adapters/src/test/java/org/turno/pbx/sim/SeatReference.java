package org.turno.pbx.sim;

import java.util.Map;
import java.util.TreeMap;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.MediumId;
import org.turno.acd.plan.SeatPlan;

/** Whether somebody with several seats may be offered more at one of them. */
final class SeatReference {
  private SeatReference() {}

  static boolean free(FloorModel model, ModelAgent agent) {
    return agent.free() && admits(model, agent);
  }

  /** Whether what the person has in hand at seats of other media lets more come to this one. */
  static boolean admits(FloorModel model, ModelAgent agent) {
    SeatPlan seat = agent.plan.seat();
    Map<MediumId, Integer> others = new TreeMap<>();
    for (ModelAgent other : model.agents.values()) {
      SeatPlan its = other.plan.seat();
      if (other != agent
          && other.working()
          && its.person().equals(seat.person())
          && !its.medium().equals(seat.medium())) {
        others.merge(its.medium(), 1, Integer::sum);
      }
    }
    return others.entrySet().stream().allMatch(e -> e.getValue() <= seat.beside(e.getKey()));
  }

  /** Work that begins or ends at one seat is no idling at the person's others. */
  static void afterEvent(FloorModel model) {
    for (ModelAgent agent : model.agents.values()) {
      if (agent.working() != agent.toldWorking) {
        agent.toldWorking = agent.working();
        AgentId person = agent.plan.seat().person();
        for (ModelAgent other : model.agents.values()) {
          if (other != agent && !other.working() && other.plan.seat().person().equals(person)) {
            other.idleSinceMs = model.timeMs;
            other.idleSeq = model.seq;
          }
        }
      }
    }
  }
}
