package org.turno.load.theory;

import java.util.List;
import org.turno.acd.plan.FloorPlan;

/**
 * What one replication lives through.
 *
 * @param warmUpCalls so many come first and are not counted, so that the floor has forgotten that
 *     it was empty
 * @param countedCalls so many come then, and nobody after them
 */
record Setting(FloorPlan plan, List<Callers> callers, int warmUpCalls, int countedCalls) {
  Setting {
    callers = List.copyOf(callers);
  }
}
