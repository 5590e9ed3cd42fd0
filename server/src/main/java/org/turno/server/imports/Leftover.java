package org.turno.server.imports;

/**
 * Something of the imported file that {@code turno.yaml} does not say, or says differently.
 *
 * @param where its file and line
 * @param what as it stands there
 * @param advice what to do about it, or why nothing need be done
 */
public record Leftover(String where, String what, String advice) {
  @Override
  public String toString() {
    return where + ": " + what + ": " + advice;
  }
}
