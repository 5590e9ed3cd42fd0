package org.turno.server.whatif;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.QueueId;
import org.turno.stats.FiguresObserver;
import org.turno.stats.FloorFigures;
import org.turno.stats.LiveFigures;

/**
 * The figures of one day, from its entries: those of the wallboard, and the spread of the waits.
 */
public final class DayLived {
  private final LiveFigures figures;
  private final long endMs;
  private final SortedMap<QueueId, List<Long>> waits = new TreeMap<>();
  private final List<Long> allWaits = new ArrayList<>();
  private final Map<ContactId, QueueId> queueOf = new HashMap<>();
  private FloorFigures last;

  DayLived(ZoneId zone, long endMs) {
    this.figures = new LiveFigures(zone, FiguresObserver.NONE);
    this.endMs = endMs;
    this.last = figures.snapshot();
  }

  /** Counts the next entry of the day; those of the next day are passed over. */
  void apply(Entry entry) {
    if (entry.timeMs() >= endMs) {
      return;
    }
    figures.apply(entry);
    for (Event event : entry.events()) {
      if (event instanceof ContactEvent.Queued queued) {
        queueOf.put(queued.contact(), queued.queue());
      } else if (event instanceof ContactEvent.Connected connected) {
        allWaits.add(connected.waitMs());
        QueueId queue = queueOf.get(connected.contact());
        if (queue != null) {
          waits.computeIfAbsent(queue, q -> new ArrayList<>()).add(connected.waitMs());
        }
      }
    }
  }

  /** The day is over. */
  void ends() {
    last = figures.snapshot();
  }

  /** The figures at the day's end. */
  public FloorFigures figures() {
    return last;
  }

  /** The wait that nine of ten answered callers of a queue did not exceed; -1 where none was. */
  public long ninetieth(QueueId queue) {
    return ninetieth(waits.getOrDefault(queue, List.of()));
  }

  /** The same of the whole floor. */
  public long ninetieth() {
    return ninetieth(allWaits);
  }

  private static long ninetieth(List<Long> all) {
    if (all.isEmpty()) {
      return -1;
    }
    List<Long> sorted = new ArrayList<>(all);
    Collections.sort(sorted);
    return sorted.get((int) Math.ceil(sorted.size() * 0.9) - 1);
  }
}
