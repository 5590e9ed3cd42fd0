package org.turno.server.config;

/** A password or token. Printing it by accident shows nothing. */
public record Secret(String reveal) {
  /** One that was named but not read. */
  static final Secret UNREAD = new Secret("");

  /** Whether it was read. */
  boolean isKnown() {
    return !reveal.isEmpty();
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
