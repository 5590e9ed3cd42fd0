package org.turno.pbx.asterisk;

import org.turno.acd.input.EffectReport.Failure;

/** An effect that Asterisk did not carry out. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final Failure failure;

  Refused(Failure failure, String detail) {
    super(detail, null, false, false);
    this.failure = failure;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
