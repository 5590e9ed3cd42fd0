package org.turno.server.config;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.QueueId;

/** Reads where contacts go that a queue does not keep. */
final class DestinationReader {
  private final Known known;
  private final Problems problems;

  DestinationReader(Known known, Problems problems) {
    this.known = known;
    this.problems = problems;
  }

  /** Null, with the problem reported, where the mapping does not say one destination. */
  @Nullable Destination read(MapReader map) {
    Text to = map.text("queue");
    Text context = map.text("context");
    Text extension = map.text("extension");
    boolean dialplan = map.has("context") || map.has("extension");
    if (map.has("queue") == dialplan || map.has("context") != map.has("extension")) {
      problems.error(
          map.spot(),
          map.where() + " does not say one destination",
          "write {queue: OTHER} or {context: CONTEXT, extension: EXTENSION}");
      return null;
    }
    if (to != null) {
      known.queues().check(to.value(), to.spot(), map.where(), problems);
      return new Destination.ToQueue(new QueueId(to.value()));
    }
    return context == null || extension == null
        ? null
        : new Destination.ToExtension(context.value(), extension.value());
  }
}
