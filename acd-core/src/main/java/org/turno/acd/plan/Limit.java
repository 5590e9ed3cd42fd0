package org.turno.acd.plan;

/** A limit of a queue by which contacts overflow. */
public enum Limit {
  /** Contacts that may wait. */
  MAX_LENGTH,
  /** Time that a contact may wait. */
  MAX_WAIT,
  /** Nobody there when a contact comes. */
  JOIN_EMPTY,
  /** Nobody there any more while a contact waits. */
  LEAVE_EMPTY,
  /** Time that a contact may wait while nobody is there. */
  NO_AGENT
}
