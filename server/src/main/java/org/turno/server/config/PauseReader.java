package org.turno.server.config;

import org.turno.acd.plan.PauseReason;

/** Reads one reason for a pause. */
final class PauseReader {
  private static final long DAY_MS = 24 * 3_600_000L;

  private PauseReader() {}

  static PauseReason read(String name, MapReader map) {
    return new PauseReason(
        name,
        map.text("text_es", name),
        map.text("text_en", name),
        !map.has("paid") || map.flag("paid"),
        map.flag("planned"),
        map.durationMs("limit", 0, 0, DAY_MS));
  }
}
