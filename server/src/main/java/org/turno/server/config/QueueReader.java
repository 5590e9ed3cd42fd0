package org.turno.server.config;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AdmissionPolicy;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/** Reads one queue. */
final class QueueReader {
  private static final long HOUR_MS = 3_600_000;
  private static final long DAY_MS = 24 * HOUR_MS;
  private final Known known;
  private final Problems problems;

  QueueReader(Known known, Problems problems) {
    this.known = known;
    this.problems = problems;
  }

  QueuePlan read(QueueId id, MapReader map) {
    QueuePlan usual = QueuePlan.of(id.value());
    return usual
        .named(map.text("name", usual.name()))
        .asking(RequirementReader.read(map, known, problems))
        .playing(map.text("music", usual.music()))
        .with(OfferReader.read(map))
        .with(new WrapUpReader(problems).read(map))
        .with(new HardContactReader(known, problems).read(map))
        .with(admission(map))
        .measuredBy(
            map.durationMs("service_level_target", usual.serviceLevelTargetMs(), 0, DAY_MS),
            map.durationMs("short_abandon", usual.shortAbandonMs(), 0, HOUR_MS))
        .with(new RoutingReader(known, problems).read(map));
  }

  private AdmissionPolicy admission(MapReader map) {
    Destination overflow = overflow(map);
    long maxWaitMs = map.durationMs("max_wait", 0, 0, DAY_MS);
    int maxLength = map.integer("max_length", 0, 0, 1_000_000);
    if (overflow != null) {
      return new AdmissionPolicy(maxWaitMs, maxLength, overflow);
    }
    if (!map.has("overflow")) {
      requireOverflow(map, "max_wait", maxWaitMs > 0);
      requireOverflow(map, "max_length", maxLength > 0);
    }
    return AdmissionPolicy.NO_LIMITS;
  }

  private void requireOverflow(MapReader map, String limit, boolean limited) {
    if (limited) {
      problems.error(
          map.spotOf(limit),
          map.where() + " has " + limit + " but no overflow",
          "say where its contacts go, for example overflow: {queue: OTHER}, or remove " + limit);
    }
  }

  private @Nullable Destination overflow(MapReader queue) {
    MapReader map = queue.map("overflow", Section.OVERFLOW);
    if (map == null) {
      return null;
    }
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
    if (context == null || extension == null) {
      return null;
    }
    return new Destination.ToExtension(context.value(), extension.value());
  }
}
