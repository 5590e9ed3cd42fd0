package org.turno.stats;

import java.util.OptionalDouble;

/**
 * The agents who may serve a queue, or all of them. Times are kept so that they can be told for any
 * moment: a closed stretch adds its length, an open one subtracts its start.
 *
 * @param byState how many agents are in each state, indexed like {@link AgentState}
 * @param busyOffsetMs busy time, apart from the open stretches' {@code now}
 * @param busyAgents open busy stretches
 * @param staffedOffsetMs signed in and not paused, apart from the open stretches' {@code now}
 * @param staffedAgents open staffed stretches
 */
public record Staffing(
    StateCounts byState,
    long busyOffsetMs,
    int busyAgents,
    long staffedOffsetMs,
    int staffedAgents) {

  /** Occupancy: (ringing + talk + hold + wrap-up) / (signed in - paused), since the day began. */
  public OptionalDouble occupancy(long nowMs) {
    long staffedMs = staffedOffsetMs + staffedAgents * nowMs;
    long busyMs = busyOffsetMs + busyAgents * nowMs;
    return staffedMs <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.clamp((double) busyMs / staffedMs, 0, 1));
  }
}
