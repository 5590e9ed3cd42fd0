package org.turno.stats;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many agents are in each state; every state has a number. Immutable.
 *
 * @param counts by state, in the order of the states
 */
public record StateCounts(Map<AgentState, Integer> counts) {
  /** Copies the map and fills in zeros. */
  public StateCounts {
    Map<AgentState, Integer> all = new EnumMap<>(AgentState.class);
    for (AgentState state : AgentState.values()) {
      all.put(state, counts.getOrDefault(state, 0));
    }
    counts = Collections.unmodifiableMap(all);
  }

  /** Agents in one state. */
  public int of(AgentState state) {
    return counts.getOrDefault(state, 0);
  }

  /** Agents in any state but signed out. */
  public int signedIn() {
    return counts.values().stream().mapToInt(Integer::intValue).sum() - of(AgentState.SIGNED_OUT);
  }
}
