package org.turno.acd.event;

/**
 * Names a timer; setting it again replaces the earlier deadline.
 *
 * @param kind what it is for
 * @param subject the id of the contact, offer or agent it is about
 */
public record TimerId(Kind kind, String subject) implements Comparable<TimerId> {
  /** What timers are for. */
  public enum Kind {
    /** An offer's time to be answered; subject: the offer. */
    OFFER,
    /** A contact's maximum wait; subject: the contact. */
    MAX_WAIT,
    /** Wrap-up's limit; subject: the agent. */
    WRAP_UP,
    /** The time an agent is left alone after a failed offer; subject: the agent. */
    RETRY,
    /** An agent's leg should be gone by now; subject: the agent. */
    RELEASE,
    /** The PBX should have bridged by now; subject: the contact. */
    BRIDGE,
    /** A contact's next relaxation step; subject: the contact. */
    RELAX,
    /** How long a contact waits for the agent it names; subject: the contact. */
    NAMED_AGENT,
    /** When a planned pause begins; subject: the agent. */
    PAUSE,
    /** How long a pause should last at most; subject: the agent. */
    PAUSE_LIMIT,
    /** One more agent is asked for a contact that rings already; subject: the contact. */
    RING_MORE,
    /** The end of a break after hard contacts; subject: the agent. */
    BREAK,
    /** How long the phone rings for a line that stays open; subject: the agent. */
    LINE,
    /** How long a contact may wait while nobody is there; subject: the contact. */
    NO_AGENT,
    /** The end of what a supervisor opened or closed; subject: the door. */
    DOOR,
    /** The next attempt to call a caller back, or the end of this one; subject: the contact. */
    CALLBACK,
    /** When a caller who waits is told something next; subject: the contact. */
    ANNOUNCE,
    /** A contact that left an observed queue should be answered by now; subject: the contact. */
    OBSERVED,
    /** From when on a caller is not called back any more; subject: the contact. */
    CALLBACK_EXPIRY
  }

  @Override
  public int compareTo(TimerId other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : subject.compareTo(other.subject);
  }
}
