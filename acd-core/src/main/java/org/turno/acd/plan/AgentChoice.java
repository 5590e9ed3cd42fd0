package org.turno.acd.plan;

/**
 * Whom a queue asks first, of the free agents who may serve. Before it come the agents asked least
 * often for the same contact and then the lower tier level; after it the longest idle, then the one
 * idle since the earlier decision, then the agent id. Nothing depends on clock resolution.
 */
public enum AgentChoice {
  /** Idle for the longest time, whatever the last contact's queue was. */
  LONGEST_IDLE,
  /** Longest without a contact of this queue; one who never had any comes first. */
  LONGEST_IDLE_IN_QUEUE,
  /** Highest sum of levels in the skills that the requirement names. */
  MOST_SKILLED,
  /** Lowest such sum that is sufficient: keeps the experts free. */
  LEAST_SKILLED,
  /** Fewest contacts since signing in. */
  FEWEST_CONTACTS,
  /** Least talk time since signing in. */
  LEAST_TALK_TIME,
  /** Smallest share of the time since signing in spent on work, as of when the agent got free. */
  LOWEST_OCCUPANCY,
  /** The next after the agent asked last for this queue, in the order of the configuration. */
  ROUND_ROBIN,
  /** The first in the order of the configuration. */
  LINEAR,
  /** The lowest position in the agent's tier for this queue. */
  TOP_DOWN,
  /** Each with the same chance, drawn from the decision's number: a replay draws the same. */
  RANDOM,
  /** Like RANDOM, an agent of tier position n having 1/n of the chance of one at position 1. */
  WEIGHTED_RANDOM
}
