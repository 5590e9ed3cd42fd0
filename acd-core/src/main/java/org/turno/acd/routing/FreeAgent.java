package org.turno.acd.routing;

import org.turno.acd.agent.Agent;

/** A free agent at its place in the order of idleness, with the key it was filed under. */
record FreeAgent(long idleSinceMs, long idleSeq, Agent agent) implements Comparable<FreeAgent> {
  static FreeAgent of(Agent agent) {
    return new FreeAgent(agent.idleSinceMs(), agent.idleSeq(), agent);
  }

  @Override
  public int compareTo(FreeAgent other) {
    int order = Long.compare(idleSinceMs, other.idleSinceMs);
    order = order != 0 ? order : Long.compare(idleSeq, other.idleSeq);
    return order != 0 ? order : agent.id().compareTo(other.agent.id());
  }
}
