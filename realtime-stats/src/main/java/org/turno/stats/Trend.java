package org.turno.stats;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The floor minute by minute, for charts: of the last hour, as the entries' times tell it, so that
 * a screen opened later shows the same as one that was always there.
 */
final class Trend {
  private static final int POINTS = 60;
  private static final long MINUTE_MS = TimeUnit.MINUTES.toMillis(1);

  private final Deque<TrendPoint> points = new ArrayDeque<>();
  private long nextMs;
  private List<TrendPoint> row = List.of();

  /**
   * An entry is about to be counted: the minutes that ended before it looked like the floor now.
   */
  void before(long timeMs, GroupCounter floor) {
    if (timeMs < nextMs) {
      return;
    }
    long endedMs = timeMs - timeMs % MINUTE_MS;
    if (nextMs > 0) {
      GroupFigures now = floor.figures();
      long fromMs = Math.max(nextMs, endedMs - (POINTS - 1) * MINUTE_MS);
      for (long atMs = fromMs; atMs <= endedMs; atMs += MINUTE_MS) {
        points.add(new TrendPoint(atMs, now.waiting() + now.ringing(), now.tally()));
      }
      while (points.size() > POINTS) {
        points.remove();
      }
      row = List.copyOf(points);
    }
    nextMs = endedMs + MINUTE_MS;
  }

  List<TrendPoint> points() {
    return row;
  }

  FiguresImage.TrendImage image() {
    return new FiguresImage.TrendImage(row, nextMs);
  }

  void restore(FiguresImage.TrendImage image) {
    points.addAll(image.points());
    row = List.copyOf(points);
    nextMs = image.nextMs();
  }
}
