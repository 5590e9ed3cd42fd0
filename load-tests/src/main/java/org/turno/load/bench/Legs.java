package org.turno.load.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.turno.acd.plan.LegId;

/**
 * Legs of which any can be taken out at no cost that grows with their number: what goes on between
 * measurements must not sweep through memory, or the next decision would find its caches cold.
 */
final class Legs {
  private final List<LegId> legs = new ArrayList<>();
  private final Map<LegId, Integer> places = new HashMap<>();

  int size() {
    return legs.size();
  }

  void add(LegId leg) {
    places.put(leg, legs.size());
    legs.add(leg);
  }

  /** Takes one out, whichever chance says. */
  LegId take(RandomGenerator random) {
    LegId leg = legs.get(random.nextInt(legs.size()));
    remove(leg);
    return leg;
  }

  /** Takes one out, if it is there; the last one moves into its place. */
  void remove(LegId leg) {
    Integer place = places.remove(leg);
    if (place != null) {
      LegId last = legs.remove(legs.size() - 1);
      if (!last.equals(leg)) {
        legs.set(place, last);
        places.put(last, place);
      }
    }
  }
}
