package org.turno.server.config;

import java.util.Locale;

/**
 * Something wrong with a configuration file.
 *
 * @param severity whether it forbids using the file
 * @param file the file, as the user named it
 * @param line counted from 1
 * @param column counted from 1
 * @param what what is wrong, naming the thing it is about
 * @param remedy what to do about it
 */
public record Problem(
    Severity severity, String file, int line, int column, String what, String remedy) {
  /** How much a problem matters. */
  public enum Severity {
    /** The file cannot be used. */
    ERROR,
    /** The file can be used; somebody should look all the same. */
    WARNING
  }

  /** Whether the file cannot be used because of it. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** One line, in the form that editors jump to: {@code FILE:LINE:COLUMN: error: what: remedy}. */
  @Override
  public String toString() {
    return "%s:%d:%d: %s: %s: %s"
        .formatted(file, line, column, severity.name().toLowerCase(Locale.ROOT), what, remedy);
  }
}
