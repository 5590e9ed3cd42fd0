package org.turno.acd.plan;

/** Shared checks of the id records. */
final class Ids {
  private Ids() {}

  static void requireText(String value, String what) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("empty " + what + ": give it a name");
    }
  }
}
