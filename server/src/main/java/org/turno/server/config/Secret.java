package org.turno.server.config;

/** A password or token. Printing it by accident shows nothing. */
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "(secret)";
  }
}
