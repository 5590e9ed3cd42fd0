package org.turno.acd.plan;

/** What the PBX says of a phone. */
public enum PhoneState {
  /** Registered and idle. */
  FREE,
  /** Registered, ringing or in a call. */
  BUSY,
  /** Not registered or not answering the PBX's probes. */
  UNREACHABLE,
  /** The PBX has not said yet; offered work all the same, since a wrong guess heals by itself. */
  UNKNOWN
}
