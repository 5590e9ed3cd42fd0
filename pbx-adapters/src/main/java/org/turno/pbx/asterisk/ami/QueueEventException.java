package org.turno.pbx.asterisk.ami;

/** An event of a queue lacks what it is about. The message names event and field, no value. */
final class QueueEventException extends Exception {
  private static final long serialVersionUID = 1L;

  QueueEventException(String message) {
    super(message);
  }
}
