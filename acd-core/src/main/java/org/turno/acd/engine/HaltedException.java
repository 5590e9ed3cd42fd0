package org.turno.acd.engine;

/** Turno has stopped deciding. */
public final class HaltedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HaltedException(String why) {
    super("Turno has stopped deciding: " + why);
  }
}
