package org.turno.pbx.link;

import org.turno.acd.input.EffectReport.Failure;

/** An effect that the PBX did not carry out. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind. */
  public final Failure failure;

  /**
   * Says why.
   *
   * @param detail one line for the log and the journal, never a caller's number
   */
  public Refused(Failure failure, String detail) {
    super(detail, null, false, false);
    this.failure = failure;
  }

  /** One line. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
