package org.turno.stats;

import java.util.EnumMap;
import java.util.Map;

/** The counting behind {@link Staffing}. */
final class StaffingCounter {
  private final Map<AgentState, Integer> byState = new EnumMap<>(AgentState.class);
  private long busyOffsetMs;
  private int busyAgents;
  private long staffedOffsetMs;
  private int staffedAgents;

  void join(AgentState state, long timeMs) {
    byState.merge(state, 1, Integer::sum);
    if (state.busy()) {
      busyAgents++;
      busyOffsetMs -= timeMs;
    }
    if (state.staffed()) {
      staffedAgents++;
      staffedOffsetMs -= timeMs;
    }
  }

  void leave(AgentState state, long timeMs) {
    byState.merge(state, -1, Integer::sum);
    if (state.busy()) {
      busyAgents--;
      busyOffsetMs += timeMs;
    }
    if (state.staffed()) {
      staffedAgents--;
      staffedOffsetMs += timeMs;
    }
  }

  void startDay(long dayStartMs) {
    busyOffsetMs = -busyAgents * dayStartMs;
    staffedOffsetMs = -staffedAgents * dayStartMs;
  }

  Staffing figures() {
    return new Staffing(
        new StateCounts(byState), busyOffsetMs, busyAgents, staffedOffsetMs, staffedAgents);
  }

  FiguresImage.StaffingImage image() {
    return new FiguresImage.StaffingImage(
        Map.copyOf(byState), busyOffsetMs, busyAgents, staffedOffsetMs, staffedAgents);
  }

  void restore(FiguresImage.StaffingImage image) {
    byState.putAll(image.byState());
    busyOffsetMs = image.busyOffsetMs();
    busyAgents = image.busyAgents();
    staffedOffsetMs = image.staffedOffsetMs();
    staffedAgents = image.staffedAgents();
  }
}
