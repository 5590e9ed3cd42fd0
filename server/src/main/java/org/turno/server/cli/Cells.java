package org.turno.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Values of the API as a table shows them; "-" for nothing. */
final class Cells {
  static final String NONE = "-";

  private Cells() {}

  static String text(JsonNode row, String field) {
    JsonNode value = row.path(field);
    return value.isMissingNode() || value.isNull() || value.asText().isEmpty()
        ? NONE
        : value.asText();
  }

  /** A ratio as a percentage. */
  static String percent(JsonNode row, String field) {
    JsonNode value = row.path(field);
    return value.isNumber() ? String.format(Locale.ROOT, "%.1f%%", value.asDouble() * 100) : NONE;
  }

  /** A length of time in milliseconds as minutes and seconds. */
  static String length(JsonNode row, String field) {
    JsonNode value = row.path(field);
    return value.isNumber() ? length(value.asLong()) : NONE;
  }

  /** How long a row is expected to wait yet, as an interval. */
  static String expected(JsonNode row) {
    JsonNode wait = row.path("expectedWait");
    return wait.isObject() ? length(wait, "lowMs") + "-" + length(wait, "highMs") : NONE;
  }

  /**
   * The parts of the estimates whose waits ended below, inside and above, and how many they are.
   */
  static String calibration(JsonNode estimates) {
    long below = estimates.path("below").asLong();
    long inside = estimates.path("inside").asLong();
    long above = estimates.path("above").asLong();
    long all = below + inside + above;
    return all == 0
        ? NONE
        : String.format(
            Locale.ROOT,
            "%d/%d/%d%% of %d",
            100 * below / all,
            100 * inside / all,
            100 * above / all,
            all);
  }

  /** The time that has passed since a moment. */
  static String since(JsonNode row, String field, long nowMs) {
    JsonNode value = row.path(field);
    return value.isNumber() ? length(Math.max(0, nowMs - value.asLong())) : NONE;
  }

  private static String length(long ms) {
    long s = ms / 1_000;
    return s < 3_600
        ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", s / 3_600, s / 60 % 60, s % 60);
  }
}
