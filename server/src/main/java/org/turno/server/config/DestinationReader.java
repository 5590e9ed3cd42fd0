package org.turno.server.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.QueueId;

/** Reads where contacts go that a queue does not keep. */
final class DestinationReader {
  private final Known known;
  private final Problems problems;

  DestinationReader(Known known, Problems problems) {
    this.known = known;
    this.problems = problems;
  }

  /** Whether a mapping says anything of where to go. */
  static boolean isIn(MapReader map) {
    return map.has("queue")
        || map.has("line")
        || map.has("context")
        || map.has("extension")
        || map.has("announce");
  }

  /** Null, with the problem reported, where the mapping does not say one destination. */
  @Nullable Destination read(MapReader map) {
    Text queue = map.text("queue");
    Text line = map.text("line");
    Text context = map.text("context");
    Text extension = map.text("extension");
    List<Text> sounds = map.oneOrMore("announce");
    boolean dialplan = map.has("context") || map.has("extension");
    long said =
        List.of(map.has("queue"), map.has("line"), dialplan, map.has("announce")).stream()
            .filter(Boolean::booleanValue)
            .count();
    if (said != 1 || map.has("context") != map.has("extension")) {
      problems.error(
          map.spot(),
          map.where() + " does not say one destination",
          "write {queue: OTHER}, {line: OTHER}, {context: CONTEXT, extension: EXTENSION} or"
              + " {announce: SOUND}");
      return null;
    }
    if (queue != null) {
      known.queues().check(queue.value(), queue.spot(), map.where(), problems);
      return new Destination.ToQueue(new QueueId(queue.value()));
    } else if (line != null) {
      known.lines().check(line.value(), line.spot(), map.where(), problems);
      return new Destination.ToLine(new LineId(line.value()));
    } else if (context != null && extension != null) {
      return new Destination.ToExtension(context.value(), extension.value());
    }
    return announcement(map, sounds);
  }

  private @Nullable Destination announcement(MapReader map, List<Text> sounds) {
    for (Text sound : sounds) {
      if (!Prompt.Sound.isName(sound.value())) {
        problems.error(
            sound.spot(),
            map.where() + " announces \"" + sound.value() + "\"",
            "write the recording's name without language and ending, as turno/closed");
        return null;
      }
    }
    return sounds.isEmpty()
        ? null
        : new Destination.ToAnnouncement(
            sounds.stream().map(Text::value).<Prompt>map(Prompt.Sound::new).toList());
  }
}
