package org.turno.pbx.asterisk.ari;

/** A message of Asterisk that cannot be read. Says what was missing, never what was there. */
public final class AriFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what was expected. */
  public AriFormatException(String expected) {
    super(expected);
  }
}
