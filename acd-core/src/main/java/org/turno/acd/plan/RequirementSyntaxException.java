package org.turno.acd.plan;

/** A requirement's text that cannot be read. The message names the column and the remedy. */
public final class RequirementSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int column;

  RequirementSyntaxException(int column, String message) {
    super("column " + column + ": " + message);
    this.column = column;
  }

  /** Where the text stops making sense, counted from 1. */
  public int column() {
    return column;
  }
}
