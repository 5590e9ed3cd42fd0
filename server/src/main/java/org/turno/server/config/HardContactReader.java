package org.turno.server.config;

import org.turno.acd.plan.HardContactPolicy;
import org.turno.acd.plan.PauseReason;

/** Reads what a queue does for agents whose contacts were hard. */
final class HardContactReader {
  private static final long DAY_MS = 24 * 3_600_000L;
  private static final int MOST = 100;
  private final Known known;
  private final Problems problems;

  HardContactReader(Known known, Problems problems) {
    this.known = known;
    this.problems = problems;
  }

  HardContactPolicy read(MapReader queue) {
    MapReader map = queue.map("hard_contacts", Section.HARD_CONTACTS);
    if (map == null) {
      return HardContactPolicy.NONE;
    }
    map.requiredText("limit", "2");
    Text reason = map.text("reason");
    if (reason != null) {
      known.pauses().check(reason.value(), reason.spot(), map.where(), problems);
    }
    long breakMs = map.durationMs("break", 0, 0, DAY_MS);
    boolean keepsAway = map.flag("keep_away");
    if (breakMs == 0 && !keepsAway) {
      problems.error(
          map.spot(),
          map.where() + " counts hard contacts and does nothing about them",
          "add break: 15m, or keep_away: true");
    }
    return new HardContactPolicy(
        map.integer("limit", 1, 1, MOST),
        breakMs,
        reason == null ? PauseReason.HARD_CONTACTS : reason.value(),
        keepsAway);
  }
}
