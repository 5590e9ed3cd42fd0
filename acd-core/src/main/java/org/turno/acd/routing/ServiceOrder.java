package org.turno.acd.routing;

import java.util.Comparator;

/** The order of {@link Rank} for contacts as filed, at the time of the decision being made. */
final class ServiceOrder implements Comparator<Waiting> {
  /** The time of the decision, in ms. */
  long nowMs;

  @Override
  public int compare(Waiting a, Waiting b) {
    int order = Long.compare(b.demand.rankOf(b, nowMs), a.demand.rankOf(a, nowMs));
    return order != 0 ? order : Waiting.ORDER.compare(a, b);
  }
}
