package org.turno.server.config;

import org.turno.acd.plan.WrapUpPolicy;

/** Reads a queue's or an agent's wrap-up: {@code wrap_up_limit} or the mapping {@code wrap_up}. */
final class WrapUpReader {
  private static final long HOUR_MS = 3_600_000;
  private static final long DAY_MS = 24 * HOUR_MS;
  private static final int MOST_EXTENSIONS = 100;
  private final Problems problems;

  WrapUpReader(Problems problems) {
    this.problems = problems;
  }

  WrapUpPolicy read(MapReader owner) {
    MapReader map = owner.map("wrap_up", Section.WRAP_UP);
    if (map == null) {
      return new WrapUpPolicy(limitMs(owner, "wrap_up_limit"));
    }
    if (owner.has("wrap_up_limit")) {
      problems.error(
          owner.spotOf("wrap_up_limit"),
          owner.where() + " has both wrap_up_limit and wrap_up",
          "write the limit once, as limit of wrap_up");
    }
    long limitMs = limitMs(map, "limit");
    long minimumMs = map.durationMs("minimum", 0, 0, HOUR_MS);
    int extensions = map.integer("extensions", 0, 0, MOST_EXTENSIONS);
    long extendByMs = map.durationMs("extend_by", 0, 0, HOUR_MS);
    return fits(map, limitMs, minimumMs, extendByMs, extensions)
        ? new WrapUpPolicy(limitMs, minimumMs, extendByMs, extensions)
        : WrapUpPolicy.NONE;
  }

  private boolean fits(
      MapReader map, long limitMs, long minimumMs, long extendByMs, int extensions) {
    if (limitMs != WrapUpPolicy.BY_AGENT && minimumMs > limitMs) {
      problems.error(
          map.spotOf("minimum"),
          map.where() + " lasts at least " + Durations.format(minimumMs) + " and ends before that",
          "use a limit that is at least the minimum, or limit: by_agent");
      return false;
    }
    if (map.has("extensions") != map.has("extend_by") || (extensions > 0) != (extendByMs > 0)) {
      problems.error(
          map.spotOf(map.has("extensions") ? "extensions" : "extend_by"),
          map.where() + " says only half of how it is extended",
          "write both, for example extend_by: 30s and extensions: 2");
      return false;
    }
    if (extensions > 0 && limitMs <= 0) {
      problems.error(
          map.spotOf("extensions"),
          map.where() + " is extended and has no limit",
          "add a limit, or remove extend_by and extensions");
      return false;
    }
    return true;
  }

  private static long limitMs(MapReader map, String key) {
    Text limit = map.text(key);
    boolean byAgent = limit != null && limit.value().equals("by_agent");
    return byAgent ? WrapUpPolicy.BY_AGENT : map.durationMs(key, 0, 0, DAY_MS);
  }
}
