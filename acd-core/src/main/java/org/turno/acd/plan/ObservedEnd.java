package org.turno.acd.plan;

/** Who ended a conversation of a PBX's own queue. */
public enum ObservedEnd {
  /** The caller hung up. */
  CALLER,
  /** The agent hung up. */
  AGENT,
  /** The agent transferred the call. */
  TRANSFER,
  /** Nobody knows. */
  UNKNOWN
}
