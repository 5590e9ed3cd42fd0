package org.turno.server.config;

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
  private final DestinationReader destinations;

  QueueReader(Known known, Problems problems) {
    this.known = known;
    this.problems = problems;
    this.destinations = new DestinationReader(known, problems);
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
        .with(new RoutingReader(known, problems).read(map))
        .with(new KeysReader(destinations, problems).read(map));
  }

  private AdmissionPolicy admission(MapReader map) {
    MapReader to = map.map("overflow", Section.OVERFLOW);
    Destination overflow = to == null ? null : destinations.read(to);
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
}
