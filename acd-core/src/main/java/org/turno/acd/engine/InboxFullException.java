package org.turno.acd.engine;

/** More is coming in than can be decided. */
public final class InboxFullException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InboxFullException(int capacity) {
    super("the inbox holds " + capacity + " inputs and is full: try again in a moment");
  }
}
