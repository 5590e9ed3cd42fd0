package org.turno.server.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Ways;

/** Where callers get to without reaching an agent: never round in a circle, never cut off. */
final class WayChecks {
  private static final List<String> VOICEMAIL =
      List.of("voicemail", "voice-mail", "vmail", "buzon");

  private final Map<LineId, LinePlan> lines;
  private final Map<LineId, MapReader> lineMaps;
  private final Map<QueueId, QueuePlan> queues;
  private final Map<QueueId, MapReader> queueMaps;
  private final Problems problems;

  WayChecks(
      Map<LineId, LinePlan> lines,
      Map<LineId, MapReader> lineMaps,
      Map<QueueId, QueuePlan> queues,
      Map<QueueId, MapReader> queueMaps,
      Problems problems) {
    this.lines = lines;
    this.lineMaps = lineMaps;
    this.queues = queues;
    this.queueMaps = queueMaps;
    this.problems = problems;
  }

  void check() {
    Ways ways = new Ways(lines.values(), queues.values());
    checkCircle(ways.circle());
    for (LinePlan line : lines.values()) {
      MapReader map = lineMaps.get(line.id());
      if (map != null && new Destination.ToQueue(line.queue()).equals(line.closed().to())) {
        problems.error(
            map.spotOf("closed"),
            map.where() + " is closed into the queue that it leads to when it is open",
            "send its callers elsewhere, or remove closed and hours");
      }
      if (line.protectedLine()) {
        ways.reachable(line).forEach(door -> checkGuarded(line, door, ways));
      }
    }
  }

  /** A contact that is sent round for ever would never be served. */
  private void checkCircle(@Nullable List<Door> circle) {
    MapReader map = circle == null ? null : map(circle.getFirst());
    if (circle != null && map != null) {
      problems.error(
          spot(map, "overflow", "overflow_when", "closed"),
          "overflow goes in a circle: "
              + String.join(" -> ", circle.stream().map(WayChecks::name).toList()),
          "let one of these overflow to an extension or not at all");
    }
  }

  private static String name(Door door) {
    return switch (door.kind()) {
      case QUEUE -> door.name();
      case LINE, CALLBACKS -> door.toString();
    };
  }

  /** Never a hang-up, never a voicemail for whoever calls a protected line. */
  private void checkGuarded(LinePlan line, Door door, Ways ways) {
    MapReader map = map(door);
    if (map == null) {
      return;
    }
    Spot spot = spot(map, "closed", "overflow", "overflow_when", "keys");
    if (ways.endsCalls(door)) {
      problems.error(
          spot,
          map.where() + " would hang up on callers of the protected line " + line.id(),
          "send them to a queue, a line or an extension where a person answers, or give the line"
              + " a queue of its own");
    }
    for (Destination to : destinations(door).toList()) {
      if (to instanceof Destination.ToExtension dialplan && isVoicemail(dialplan)) {
        problems.error(
            spot,
            map.where()
                + " would send callers of the protected line "
                + line.id()
                + " to voicemail",
            "name an extension where a person answers");
      }
    }
  }

  private static boolean isVoicemail(Destination.ToExtension to) {
    String names = (to.context() + " " + to.extension()).toLowerCase(Locale.ROOT);
    return VOICEMAIL.stream().anyMatch(names::contains);
  }

  private Stream<Destination> destinations(Door door) {
    return switch (door.kind()) {
      case LINE ->
          Stream.ofNullable(lines.get(new LineId(door.name())))
              .flatMap(line -> Ways.byItself(line).stream());
      case QUEUE ->
          Stream.ofNullable(queues.get(new QueueId(door.name())))
              .flatMap(q -> Stream.concat(Ways.byItself(q).stream(), Ways.byKey(q).stream()));
      case CALLBACKS -> Stream.empty();
    };
  }

  private @Nullable MapReader map(Door door) {
    return switch (door.kind()) {
      case LINE -> lineMaps.get(new LineId(door.name()));
      case QUEUE, CALLBACKS -> queueMaps.get(new QueueId(door.name()));
    };
  }

  private static Spot spot(MapReader map, String... keys) {
    for (String key : keys) {
      if (map.has(key)) {
        return map.spotOf(key);
      }
    }
    return map.spot();
  }
}
