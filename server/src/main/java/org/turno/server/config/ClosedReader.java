package org.turno.server.config;

import org.turno.acd.plan.ClosedPolicy;
import org.turno.acd.plan.Destination;

/** Reads what a line or queue does when it is closed. */
final class ClosedReader {
  /** What becomes of those who wait when it closes. */
  private enum Waiting {
    SERVED,
    SENT
  }

  private final DestinationReader destinations;
  private final Known known;
  private final Problems problems;

  ClosedReader(DestinationReader destinations, Known known, Problems problems) {
    this.destinations = destinations;
    this.known = known;
    this.problems = problems;
  }

  ClosedPolicy read(MapReader map) {
    Text hours = map.text("hours");
    MapReader closed = map.map("closed", Section.CLOSED);
    Destination to = closed == null ? null : destinations.read(closed);
    Waiting waiting = closed == null ? Waiting.SERVED : closed.oneOf("waiting", Waiting.SERVED);
    if (hours != null) {
      known.calendars().check(hours.value(), hours.spot(), map.where(), problems);
      if (closed == null) {
        problems.error(
            hours.spot(),
            map.where() + " has hours but does not say where callers go when it is closed",
            "add closed: {announce: turno/closed}, or {queue: OTHER}, {line: OTHER} or"
                + " {context: CONTEXT, extension: EXTENSION}");
      }
    }
    return new ClosedPolicy(hours != null && to != null, to, waiting == Waiting.SENT);
  }
}
