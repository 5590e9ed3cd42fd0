package org.turno.acd.journal;

/** A snapshot is whole, and another Turno than this wrote it. The message says what tells so. */
public final class ForeignSnapshotException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ForeignSnapshotException(String message) {
    super(message);
  }
}
