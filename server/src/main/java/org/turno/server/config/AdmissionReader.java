package org.turno.server.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.Absence;
import org.turno.acd.plan.AdmissionPolicy;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.EmptyPolicy;
import org.turno.acd.plan.Limit;

/** Reads whom a queue takes in and for how long it keeps them. */
final class AdmissionReader {
  private static final long DAY_MS = 24 * 3_600_000L;

  /** What each of app_queue's own words stands for. */
  private static final Map<String, List<Absence>> SHORT =
      Map.of(
          "loose", List.of(Absence.PENALTY, Absence.INVALID),
          "usual", List.of(Absence.PENALTY, Absence.INVALID, Absence.PAUSED),
          "strict", List.of(Absence.PENALTY, Absence.INVALID, Absence.PAUSED, Absence.UNAVAILABLE));

  private final DestinationReader destinations;
  private final Problems problems;

  AdmissionReader(DestinationReader destinations, Problems problems) {
    this.destinations = destinations;
    this.problems = problems;
  }

  AdmissionPolicy read(MapReader map) {
    MapReader to = map.map("overflow", Section.OVERFLOW);
    Destination overflow = to == null ? null : destinations.read(to);
    SortedMap<Limit, Destination> when = when(map);
    long maxWaitMs = map.durationMs("max_wait", 0, 0, DAY_MS);
    int maxLength = map.integer("max_length", 0, 0, 1_000_000);
    EmptyPolicy empty = empty(map);
    Map<Limit, String> limits = new EnumMap<>(Limit.class);
    put(limits, Limit.MAX_WAIT, "max_wait", maxWaitMs > 0);
    put(limits, Limit.MAX_LENGTH, "max_length", maxLength > 0);
    put(limits, Limit.JOIN_EMPTY, "join_when_empty", empty.join() != null);
    put(limits, Limit.LEAVE_EMPTY, "leave_when_empty", empty.leave() != null);
    put(limits, Limit.NO_AGENT, "no_agent", empty.maxWaitMs() > 0);
    boolean led = true;
    for (Map.Entry<Limit, String> limit : limits.entrySet()) {
      if (overflow == null && !when.containsKey(limit.getKey())) {
        led = false;
        requireOverflow(map, limit.getValue());
      }
    }
    return led
        ? new AdmissionPolicy(maxWaitMs, maxLength, overflow, empty, when)
        : AdmissionPolicy.NO_LIMITS;
  }

  private static void put(Map<Limit, String> limits, Limit limit, String key, boolean set) {
    if (set) {
      limits.put(limit, key);
    }
  }

  private void requireOverflow(MapReader map, String limit) {
    if (!map.has("overflow")) {
      problems.error(
          map.spotOf(limit),
          map.where() + " has " + limit + " but no overflow",
          "say where its contacts go, for example overflow: {queue: OTHER}, or remove " + limit);
    }
  }

  private SortedMap<Limit, Destination> when(MapReader queue) {
    SortedMap<Limit, Destination> when = new TreeMap<>();
    MapReader map = queue.map("overflow_when", Section.OVERFLOW_WHEN);
    for (Limit limit : Limit.values()) {
      String key = limit.name().toLowerCase(Locale.ROOT);
      MapReader inner = map == null ? null : map.map(key, Section.OVERFLOW);
      Destination to = inner == null ? null : destinations.read(inner);
      if (to != null) {
        when.put(limit, to);
      }
    }
    return when;
  }

  private EmptyPolicy empty(MapReader queue) {
    MapReader none = queue.map("no_agent", Section.NO_AGENT);
    if (none != null && !none.has("max_wait")) {
      problems.error(
          none.spot(), none.where() + " has no max_wait", "add it, for example max_wait: 60s");
    }
    List<Absence> absent = none == null ? null : absences(none, "absent", false);
    return new EmptyPolicy(
        absences(queue, "join_when_empty", true),
        absences(queue, "leave_when_empty", false),
        none == null ? 0 : none.durationMs("max_wait", 0, 0, DAY_MS),
        none == null ? 0 : none.durationMs("newcomers_max_wait", 0, 0, DAY_MS),
        absent == null ? List.of() : absent);
  }

  /**
   * Null where callers may always come, or stay.
   *
   * @param joins whether {@code yes} means that they may; for leaving it means that they go
   */
  private @Nullable List<Absence> absences(MapReader map, String key, boolean joins) {
    List<Text> words = map.oneOrMore(key);
    List<Absence> absences = new ArrayList<>();
    for (Text word : words) {
      String said = word.value().toLowerCase(Locale.ROOT);
      boolean yes = said.equals("yes") || said.equals("true");
      boolean no = said.equals("no") || said.equals("false");
      if (words.size() == 1 && (yes || no)) {
        return yes == joins ? null : SHORT.get("usual");
      } else if (SHORT.containsKey(said) && !said.equals("usual")) {
        absences.addAll(SHORT.getOrDefault(said, List.of()));
      } else {
        absence(map, key, word, absences);
      }
    }
    return map.has(key) ? absences.stream().distinct().sorted().toList() : null;
  }

  private void absence(MapReader map, String key, Text word, List<Absence> into) {
    List<String> names = new ArrayList<>(List.of("loose", "strict", "yes", "no"));
    for (Absence absence : Absence.values()) {
      String name = absence.name().toLowerCase(Locale.ROOT);
      if (name.equals(word.value())) {
        into.add(absence);
        return;
      }
      names.add(name);
    }
    problems.error(
        word.spot(),
        key + " of " + map.where() + " says \"" + word.value() + "\"",
        Nearest.to(word.value(), names)
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("use a list of " + String.join(", ", names)));
  }
}
