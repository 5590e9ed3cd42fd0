package org.turno.acd.routing;

import org.turno.acd.agent.Agent;

/**
 * A free agent who may serve a contact, with what the candidates were compared by.
 *
 * @param agent who
 * @param tries how often asked before for this contact
 * @param last whether the agent served the contact's customer last
 * @param preferred how many parts of the contact's preference the agent meets
 * @param tierLevel the agent's level in the queue
 * @param figure what the queue's choice compares, the smaller first; its meaning is the choice's
 */
public record Candidate(
    Agent agent, int tries, boolean last, int preferred, int tierLevel, long figure) {
  /** What candidates are compared by, in this order. */
  public enum Criterion {
    /** Who was asked less often for this contact. */
    TRIES,
    /** Who served the customer last. */
    LAST_AGENT,
    /** Who meets more of what the contact prefers. */
    PREFERENCE,
    /** The lower tier level. */
    TIER,
    /** The queue's own choice. */
    CHOICE,
    /** The longest idle. */
    IDLE,
    /** Idle since the same millisecond: by the earlier decision. */
    IDLE_SEQ,
    /** Equal in all of these: the first by id. */
    ID
  }

  /** By what this one goes before or after another: the first criterion that differs. */
  public Criterion differsBy(Candidate other) {
    if (tries != other.tries) {
      return Criterion.TRIES;
    } else if (last != other.last) {
      return Criterion.LAST_AGENT;
    } else if (preferred != other.preferred) {
      return Criterion.PREFERENCE;
    } else if (tierLevel != other.tierLevel) {
      return Criterion.TIER;
    } else if (figure != other.figure) {
      return Criterion.CHOICE;
    } else if (agent.idleSinceMs() != other.agent.idleSinceMs()) {
      return Criterion.IDLE;
    }
    return agent.idleSeq() == other.agent.idleSeq() ? Criterion.ID : Criterion.IDLE_SEQ;
  }
}
