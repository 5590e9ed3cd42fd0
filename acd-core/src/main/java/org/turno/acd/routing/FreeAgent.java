package org.turno.acd.routing;

import java.util.Comparator;
import org.turno.acd.agent.Agent;

/**
 * A free agent, with the figures it is filed under. They cannot change while it is free.
 *
 * @param place in the order of the configuration
 */
record FreeAgent(
    Agent agent,
    int place,
    long idleSinceMs,
    long idleSeq,
    int contacts,
    long talkMs,
    int occupancyPermille) {
  /** Longest idle first; the end of every other order. */
  static final Comparator<FreeAgent> BY_IDLE =
      Comparator.comparingLong(FreeAgent::idleSinceMs)
          .thenComparingLong(FreeAgent::idleSeq)
          .thenComparing(a -> a.agent.id());

  static FreeAgent of(Agent agent, int place) {
    return new FreeAgent(
        agent,
        place,
        agent.idleSinceMs(),
        agent.idleSeq(),
        agent.tally().contacts(),
        agent.tally().talkMs(),
        agent.tally().occupancyPermille(agent.idleSinceMs()));
  }

  private static final Comparator<FreeAgent> BY_CONTACTS =
      Comparator.comparingInt(FreeAgent::contacts).thenComparing(BY_IDLE);
  private static final Comparator<FreeAgent> BY_TALK =
      Comparator.comparingLong(FreeAgent::talkMs).thenComparing(BY_IDLE);
  private static final Comparator<FreeAgent> BY_OCCUPANCY =
      Comparator.comparingInt(FreeAgent::occupancyPermille).thenComparing(BY_IDLE);
  private static final Comparator<FreeAgent> BY_PLACE =
      Comparator.comparingInt(FreeAgent::place).thenComparing(BY_IDLE);

  /** The orders in which a profile keeps its free agents; each ends by idleness. */
  enum Order {
    /** Longest idle first. */
    IDLE,
    /** Fewest contacts first. */
    CONTACTS,
    /** Least talk time first. */
    TALK,
    /** Lowest occupancy first. */
    OCCUPANCY,
    /** In the order of the configuration. */
    PLACE;

    Comparator<FreeAgent> comparator() {
      return switch (this) {
        case IDLE -> BY_IDLE;
        case CONTACTS -> BY_CONTACTS;
        case TALK -> BY_TALK;
        case OCCUPANCY -> BY_OCCUPANCY;
        case PLACE -> BY_PLACE;
      };
    }
  }
}
