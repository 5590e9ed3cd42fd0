package org.turno.stats;

/**
 * What an agent is doing, as screens and metrics tell it. Exactly one holds at a time: the first
 * that does, in this order.
 */
public enum AgentState {
  /** Not at work. From every state, once the work in hand has ended. */
  SIGNED_OUT("signed_out"),
  /** Held for a contact; the phone is about to ring. From AVAILABLE. */
  RESERVED("reserved"),
  /** The phone rings with an offer. From RESERVED. */
  RINGING("ringing"),
  /** In a conversation, or being connected to one. From RINGING, RESERVED. */
  TALKING("talking"),
  /** Finishing the work of a contact that is gone. From TALKING. */
  WRAP_UP("wrap_up"),
  /** Not to be offered anything, for a reason. From every state without work. */
  PAUSED("paused"),
  /** Ready, but the phone or its PBX cannot be reached. From every state without work. */
  PHONE_UNREACHABLE("phone_unreachable"),
  /** Ready, but the phone is in use for something else. From every state without work. */
  PHONE_BUSY("phone_busy"),
  /** The PBX is taking the agent's leg down. From RESERVED, RINGING, TALKING, WRAP_UP. */
  RELEASING("releasing"),
  /** Left alone for a while after an offer that failed. From RINGING, RESERVED. */
  RETRY_DELAY("retry_delay"),
  /** May be offered a contact. From every state without work. */
  AVAILABLE("available");

  private final String label;

  AgentState(String label) {
    this.label = label;
  }

  /** The name in JSON and in metrics. */
  public String label() {
    return label;
  }

  /** Whether the time counts as worked: the occupancy's numerator. */
  public boolean busy() {
    return switch (this) {
      case RESERVED, RINGING, TALKING, WRAP_UP -> true;
      case SIGNED_OUT, PAUSED, PHONE_UNREACHABLE, PHONE_BUSY, RELEASING, RETRY_DELAY, AVAILABLE ->
          false;
    };
  }

  /** Whether the time counts as signed in and not paused: the occupancy's denominator. */
  public boolean staffed() {
    return switch (this) {
      case SIGNED_OUT, PAUSED -> false;
      case RESERVED,
          RINGING,
          TALKING,
          WRAP_UP,
          PHONE_UNREACHABLE,
          PHONE_BUSY,
          RELEASING,
          RETRY_DELAY,
          AVAILABLE ->
          true;
    };
  }
}
