package org.turno.pbx.sim;

/** Something that must always be true was not. */
final class InvariantBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvariantBroken(String invariant, String what) {
    super(invariant + ": " + what);
  }
}
