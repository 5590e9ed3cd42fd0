package org.turno.stats;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.turno.acd.event.ContactEvent.OverflowReason;

/**
 * Why contacts went elsewhere, or did not come in, since the day began. A contact that goes from
 * one queue to the next counts for each of its reasons; who found the door closed counts here and
 * not as offered.
 */
public record Overflows(Map<OverflowReason, Long> counts) {
  /** Copies the map. */
  public Overflows {
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  /** How often for a reason. */
  public long of(OverflowReason why) {
    return counts.getOrDefault(why, 0L);
  }
}
