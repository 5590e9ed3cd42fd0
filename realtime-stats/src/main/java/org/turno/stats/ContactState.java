package org.turno.stats;

/** How far a contact is. */
public enum ContactState {
  /** In a queue, offered to nobody. First state; again from RINGING and CONNECTING. */
  WAITING("waiting"),
  /** Offered to an agent who has not answered; it keeps its place. From WAITING. */
  RINGING("ringing"),
  /** An agent answered and the PBX is joining the two. From RINGING. */
  CONNECTING("connecting"),
  /** Caller and agent talk. From CONNECTING. */
  TALKING("talking");

  private final String label;

  ContactState(String label) {
    this.label = label;
  }

  /** The name in JSON. */
  public String label() {
    return label;
  }

  /** Whether it counts as ringing: an agent is being asked, or has just said yes. */
  boolean offered() {
    return this == RINGING || this == CONNECTING;
  }

  /** Whether the caller still waits for an answer. */
  boolean unanswered() {
    return this != TALKING;
  }
}
