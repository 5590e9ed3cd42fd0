package org.turno.acd.agent;

/**
 * What an agent is doing, as screens show it. One at a time, the first that holds in this order.
 */
public enum AgentState {
  /** Not at work. */
  SIGNED_OUT,
  /** Held for a contact; the phone does not ring yet. From: AVAILABLE. */
  RESERVED,
  /** The phone rings. From: RESERVED. */
  RINGING,
  /** In a conversation. From: RINGING, RESERVED. */
  TALKING,
  /** Finishing the work of a contact that is gone. From: TALKING. */
  WRAP_UP,
  /** Not to be offered work, for a reason. */
  PAUSED,
  /** The phone is not registered, or its PBX is out of reach. */
  PHONE_UNREACHABLE,
  /** The phone is in use for something else. */
  PHONE_BUSY,
  /** The PBX is still taking down the leg of the last offer or conversation. */
  RELEASING,
  /** Left alone for a while after an offer that failed. */
  RETRY_DELAY,
  /** Free: gets the next contact that suits. */
  AVAILABLE
}
