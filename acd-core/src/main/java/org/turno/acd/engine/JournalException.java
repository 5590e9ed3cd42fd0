package org.turno.acd.engine;

/** The journal cannot be written or read. The message says what to do. */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a remedy in the message. */
  public JournalException(String message, Throwable cause) {
    super(message, cause);
  }

  /** With a remedy in the message. */
  public JournalException(String message) {
    super(message);
  }
}
