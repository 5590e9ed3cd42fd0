package org.turno.pbx.sim;

import java.util.List;
import org.turno.acd.plan.FloorPlan;

/**
 * A day to test or show with.
 *
 * @param name which
 * @param plan the configuration; one PBX, whose phones are all simulated
 * @param traffic who calls
 * @param habits how the agents behave
 */
public record TestDay(String name, FloorPlan plan, List<LineTraffic> traffic, AgentHabits habits) {
  /** Copies the list. */
  public TestDay {
    traffic = List.copyOf(traffic);
  }

  /** The same day with so many times the calls. */
  public TestDay times(double factor, String newName) {
    return new TestDay(
        newName, plan, traffic.stream().map(line -> line.times(factor)).toList(), habits);
  }

  /** The same day with agents of other habits. */
  public TestDay with(AgentHabits newHabits) {
    return new TestDay(name, plan, traffic, newHabits);
  }
}
