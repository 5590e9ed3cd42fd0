package org.turno.acd.plan;

/**
 * What may keep an agent from counting as there, for a queue that asks whether anybody is. Whoever
 * is signed out, or about to go, or may not serve the contact, never counts. The words are those of
 * app_queue.
 */
public enum Absence {
  /** Pauses, or has asked to when the work in hand ends, or is on a break. */
  PAUSED,
  /** Could serve the contact only after a later relaxation step. */
  PENALTY,
  /** Talks, or the phone is engaged. */
  INUSE,
  /** Is being offered a contact. */
  RINGING,
  /** The phone is not registered. */
  UNAVAILABLE,
  /** The phone cannot be called: its PBX is not connected, or a line to stay open is not open. */
  INVALID,
  /** The PBX has said nothing of the phone. */
  UNKNOWN,
  /** Wraps up. */
  WRAPUP
}
