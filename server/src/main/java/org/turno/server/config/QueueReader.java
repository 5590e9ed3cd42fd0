package org.turno.server.config;

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
        .with(new AdmissionReader(destinations, problems).read(map))
        .measuredBy(
            map.durationMs("service_level_target", usual.serviceLevelTargetMs(), 0, DAY_MS),
            map.durationMs("short_abandon", usual.shortAbandonMs(), 0, HOUR_MS))
        .with(new RoutingReader(known, problems).read(map))
        .with(new KeysReader(destinations, problems).read(map))
        .with(new ClosedReader(destinations, known, problems).read(map))
        .with(new AnnouncementReader(problems).read(map))
        .callingBack(new CallbackReader(known, problems).read(map));
  }
}
