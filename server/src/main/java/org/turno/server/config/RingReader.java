package org.turno.server.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.turno.acd.plan.RingPolicy;

/** Reads how many agents a queue asks at once. */
final class RingReader {
  private static final long HOUR_MS = 3_600_000;
  private static final int MOST = 1_000;
  private final Problems problems;

  RingReader(Problems problems) {
    this.problems = problems;
  }

  RingPolicy read(MapReader routing) {
    MapReader map = routing.map("ring", Section.RING);
    if (map == null) {
      return RingPolicy.ONE;
    }
    RingPolicy.Mode mode = mode(map);
    boolean progressively = mode == RingPolicy.Mode.PROGRESSIVELY;
    if (progressively) {
      map.requiredText("step", "5s");
    } else if (map.has("step")) {
      problems.error(
          map.spotOf("step"),
          map.where() + " has a step and rings " + name(mode),
          "remove step, or write mode: progressively");
    }
    if (mode == RingPolicy.Mode.ONE && map.has("at_most")) {
      problems.error(
          map.spotOf("at_most"), map.where() + " rings one and has at_most", "remove at_most");
    }
    int atMost = map.integer("at_most", 0, 2, MOST);
    long stepMs = progressively ? map.durationMs("step", 1_000, 1_000, HOUR_MS) : 0;
    return mode == RingPolicy.Mode.ONE ? RingPolicy.ONE : new RingPolicy(mode, atMost, stepMs);
  }

  private RingPolicy.Mode mode(MapReader map) {
    Text written = map.requiredText("mode", "all");
    if (written == null) {
      return RingPolicy.Mode.ONE;
    }
    List<String> names = Arrays.stream(RingPolicy.Mode.values()).map(RingReader::name).toList();
    if (!names.contains(written.value())) {
      problems.error(
          written.spot(),
          "mode of " + map.where() + " is \"" + written.value() + "\"",
          Nearest.to(written.value(), names)
              .map(near -> "did you mean \"" + near + "\"?")
              .orElse("use one of " + String.join(", ", names)));
      return RingPolicy.Mode.ONE;
    }
    return RingPolicy.Mode.valueOf(written.value().toUpperCase(Locale.ROOT));
  }

  private static String name(RingPolicy.Mode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }
}
