package org.turno.server.config;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.CallbackPolicy;

/** Reads how a queue calls people back. */
final class CallbackReader {
  private static final long SECOND_MS = 1_000;
  private static final long MINUTE_MS = 60 * SECOND_MS;
  private static final long DAY_MS = 24 * 60 * MINUTE_MS;
  private static final int ATTEMPTS = 3;

  private final Known known;
  private final Problems problems;

  CallbackReader(Known known, Problems problems) {
    this.known = known;
    this.problems = problems;
  }

  /** Null where the queue calls nobody back. */
  @Nullable CallbackPolicy read(MapReader queue) {
    MapReader map = queue.map("callback", Section.CALLBACK);
    if (map == null) {
      return null;
    }
    SoundReader sounds = new SoundReader(problems);
    Text hours = map.text("hours");
    if (hours != null) {
      known.calendars().check(hours.value(), hours.spot(), map.where(), problems);
    }
    return new CallbackPolicy(
        map.integer("attempts", ATTEMPTS, 1, 20),
        map.durationMs("gap", 10 * MINUTE_MS, SECOND_MS, DAY_MS),
        map.durationMs("ring", 30 * SECOND_MS, 5 * SECOND_MS, 2 * MINUTE_MS),
        map.durationMs("expires", 0, MINUTE_MS, 7 * DAY_MS),
        hours != null,
        sounds.read(map, "confirmation"),
        sounds.read(map, "impossible"));
  }
}
