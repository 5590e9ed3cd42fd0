package org.turno.server.app;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.journal.JournalDays;
import org.turno.acd.journal.SnapshotStore;
import org.turno.acd.plan.FloorPlan;
import org.turno.stats.FiguresImage;
import org.turno.stats.LiveFigures;
import org.turno.stats.metrics.MetricsImage;
import org.turno.stats.metrics.TurnoMetrics;

/**
 * The figures and the counters, kept now and then so that a restart continues them exactly without
 * counting the whole journal again.
 */
final class KeptFigures {
  /** Kept after so many entries: what a restart counts again takes well under a second. */
  static final int EVERY = 5_000;

  private static final Logger LOG = LoggerFactory.getLogger(KeptFigures.class);

  /** How many are there: a damaged one is passed over. */
  private static final int KEPT = 3;

  private final Path folder;
  private final SnapshotStore<Kept> store;
  private final TurnoMetrics metrics;

  /** What is kept of one moment. */
  record Kept(FiguresImage figures, MetricsImage metrics) {}

  /** Figures to go on with, and the entry that they count next. */
  record Continued(LiveFigures figures, long nextSeq) {}

  KeptFigures(Path folder, TurnoMetrics metrics) {
    this.folder = folder;
    this.store = SnapshotStore.of(folder, "figures", Kept.class);
    this.metrics = metrics;
  }

  /** Takes up the newest figures that are whole and no later than an entry. */
  Continued continued(long lastSeq, FloorPlan plan, ZoneId zone) {
    store.discardAfter(lastSeq);
    SnapshotStore.@Nullable Snapshot<Kept> newest = store.newest(lastSeq);
    if (newest != null) {
      metrics.restore(newest.image().metrics());
      return new Continued(
          LiveFigures.of(newest.image().figures(), zone, metrics), newest.seq() + 1);
    }
    LiveFigures figures = new LiveFigures(zone, metrics);
    long firstSeq = Math.max(1, JournalDays.of(folder).firstSeq());
    if (firstSeq > 1) {
      LOG.warn(
          "No kept figures are whole: they are counted from entry {} on, where the journal begins."
              + " Calls and agents of before are missing in them; routing is not touched",
          firstSeq);
      SystemEvent.PlanApplied known = new SystemEvent.PlanApplied(plan);
      figures.apply(
          new Entry(firstSeq - 1, 0, new AdminInput.Restarted(), List.of(known), List.of()));
    }
    return new Continued(figures, firstSeq);
  }

  /** Keeps the figures; called on the thread that counts. */
  void keep(FiguresImage image) {
    store.write(image.seq(), new Kept(image, metrics.image()));
    NavigableSet<Long> kept = store.seqs();
    while (kept.size() > KEPT) {
      kept.pollFirst();
    }
    store.retain(kept);
  }

  /** The entry up to which the figures need none any more, whatever happens. */
  long passedSeq() {
    NavigableSet<Long> kept = store.seqs();
    return kept.isEmpty() ? 0 : kept.first();
  }
}
