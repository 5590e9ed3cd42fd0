package org.turno.acd.plan;

/** What the agent's phone shows while it rings. */
public enum CallerDisplay {
  /** The line's name and number only: the only choice on a protected line. */
  LINE,
  /** The caller's number as the PBX presents it, with the line's name. */
  CALLER
}
