package org.turno.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turno.acd.plan.PauseReason;

/** Counts pauses by reason: the configured ones in their order, then others as they appear. */
final class PauseLedger {
  private static final class Count {
    PauseReason reason;
    boolean listed;
    int agents;
    long offsetMs;

    Count(PauseReason reason) {
      this.reason = reason;
    }
  }

  private Map<String, Count> counts = new LinkedHashMap<>();
  private final FiguresObserver observer;

  PauseLedger(FiguresObserver observer) {
    this.observer = observer;
  }

  void planned(List<PauseReason> reasons) {
    Map<String, Count> ordered = new LinkedHashMap<>();
    for (PauseReason reason : reasons) {
      Count known = counts.remove(reason.name());
      Count count = known == null ? new Count(reason) : known;
      count.reason = reason;
      count.listed = true;
      ordered.put(reason.name(), count);
    }
    counts.forEach(
        (name, count) -> {
          count.listed = false;
          ordered.put(name, count);
        });
    counts = ordered;
  }

  PauseReason reason(String name) {
    Count known = counts.get(name); // a look leaves no trace
    return known == null ? PauseReason.unlisted(name) : known.reason;
  }

  void begins(String name, long timeMs) {
    Count count = of(name);
    count.agents++;
    count.offsetMs -= timeMs;
  }

  /**
   * A pause is over.
   *
   * @param sinceMs when it began
   */
  void ends(String name, long sinceMs, long timeMs) {
    Count count = of(name);
    count.agents--;
    count.offsetMs += timeMs;
    observer.paused(label(count), count.reason.paid(), timeMs - sinceMs);
  }

  void overran(String name) {
    observer.pauseOverran(label(of(name)));
  }

  /** Words that agents make up must not become names of metrics without end. */
  private static String label(Count count) {
    String name = count.reason.name();
    return count.listed || PauseReason.isOwn(name) ? name : "other";
  }

  private Count of(String name) {
    return counts.computeIfAbsent(name, n -> new Count(PauseReason.unlisted(n)));
  }

  void startDay(long dayStartMs) {
    counts.values().removeIf(count -> !count.listed && count.agents == 0);
    counts.values().forEach(count -> count.offsetMs = -count.agents * dayStartMs);
  }

  List<PauseFigures> figures() {
    List<PauseFigures> rows = new ArrayList<>();
    counts
        .values()
        .forEach(c -> rows.add(new PauseFigures(label(c), c.reason, c.agents, c.offsetMs)));
    return rows;
  }

  List<FiguresImage.PauseCount> image() {
    List<FiguresImage.PauseCount> image = new ArrayList<>();
    counts
        .values()
        .forEach(
            c -> image.add(new FiguresImage.PauseCount(c.reason, c.listed, c.agents, c.offsetMs)));
    return image;
  }

  void restore(List<FiguresImage.PauseCount> image) {
    for (FiguresImage.PauseCount one : image) {
      Count count = of(one.reason().name());
      count.reason = one.reason();
      count.listed = one.listed();
      count.agents = one.agents();
      count.offsetMs = one.offsetMs();
    }
  }
}
