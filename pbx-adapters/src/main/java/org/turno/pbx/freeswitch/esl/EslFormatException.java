package org.turno.pbx.freeswitch.esl;

/** A message of FreeSWITCH that cannot be read. The text holds nothing of the message. */
public final class EslFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public EslFormatException(String what) {
    super(what);
  }
}
