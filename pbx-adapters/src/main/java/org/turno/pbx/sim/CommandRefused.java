package org.turno.pbx.sim;

import org.turno.acd.input.EffectReport;

/** The simulated PBX's answer to a command that it cannot do. */
final class CommandRefused extends Exception {
  private static final long serialVersionUID = 1L;
  private final EffectReport.Failure failure;

  CommandRefused(EffectReport.Failure failure, String detail) {
    super(detail);
    this.failure = failure;
  }

  EffectReport.Failure failure() {
    return failure;
  }

  String detail() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
