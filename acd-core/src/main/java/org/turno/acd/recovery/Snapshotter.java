package org.turno.acd.recovery;

import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;
import org.turno.acd.engine.StateImage;
import org.turno.acd.journal.JournalDays;
import org.turno.acd.journal.JournalTailer;
import org.turno.acd.journal.SnapshotStore;

/**
 * Takes snapshots beside a running Turno, without holding it up: a follower of the journal with a
 * state of its own, on a thread of its own. A snapshot is of what the journal holds, never of what
 * memory believes, and every one shows that the journal restores.
 *
 * <p>Removes days of the journal that are old enough, once the snapshots and the other readers are
 * past them. A failure here stops no call: the log tells, and recovery reads more entries.
 */
public final class Snapshotter implements AutoCloseable {
  /** How many snapshots are kept besides those of the days: a damaged one is passed over. */
  static final int KEPT = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Snapshotter.class);
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Path folder;
  private final Rules rules;
  private final long lastSeq;
  private final LongSupplier passed;
  private final SnapshotStore<StateImage> recent;
  private final SnapshotStore<StateImage> ofDays;
  private final Thread thread;
  private AcdState state = new AcdState();
  private long triedSeq;
  private volatile long keptSeq;
  private volatile boolean closing;

  /**
   * When to take and what to keep.
   *
   * @param everyEntries how many entries recovery may have to apply, about
   * @param keepDays days of the journal to keep besides the present one; 0 for all
   */
  public record Rules(int everyEntries, int keepDays) {
    /** Few enough that they take a fraction of a second to apply on a cold start. */
    public static final int EVERY_ENTRIES = 5_000;
  }

  /**
   * Not started yet.
   *
   * @param lastSeq the journal's last entry now
   * @param passed the entry before which no other reader of this process needs any; asked on the
   *     snapshotter's thread
   */
  public Snapshotter(Path folder, Rules rules, long lastSeq, LongSupplier passed) {
    this.folder = folder;
    this.rules = rules;
    this.lastSeq = lastSeq;
    this.passed = passed;
    this.recent = SnapshotStore.states(folder);
    this.ofDays = dayStore(folder);
    this.thread = Thread.ofPlatform().name("turno-snapshots").daemon().unstarted(this::run);
  }

  /** The snapshots between one day of the journal and the next, kept as long as the days are. */
  static SnapshotStore<StateImage> dayStore(Path folder) {
    return SnapshotStore.of(folder, "day", StateImage.class);
  }

  /** Begins to follow. */
  public void start() {
    thread.start();
  }

  /** The entry of the newest snapshot; 0 before there is one. */
  public long keptSeq() {
    return keptSeq;
  }

  private void run() {
    try {
      recent.discardAfter(lastSeq);
      ofDays.discardAfter(lastSeq);
      SnapshotStore.@Nullable Snapshot<StateImage> newest = recent.newest(lastSeq);
      if (newest != null) {
        state = newest.image().restore();
        keptSeq = newest.seq();
      }
      triedSeq = state.seq();
      try (JournalTailer tailer = JournalTailer.open(folder, state.seq() + 1)) {
        follow(tailer);
      }
    } catch (RuntimeException e) {
      LOG.error(
          "No snapshots are taken after entry {}; Turno goes on, its next start will take longer."
              + " Run turno journal verify",
          keptSeq,
          e);
    }
  }

  private void follow(JournalTailer tailer) {
    while (true) {
      boolean last = closing;
      Entry entry = tailer.poll();
      if (entry != null) {
        if (state.seq() > 0 && JournalDays.dayOf(entry.timeMs()) != day()) {
          dayEnds();
        }
        state.apply(entry);
        if (state.seq() - triedSeq >= rules.everyEntries()) {
          take();
        }
      } else if (last) {
        if (state.seq() > keptSeq) {
          take();
        }
        return;
      } else {
        LockSupport.parkNanos(IDLE_NANOS);
      }
    }
  }

  private int day() {
    return JournalDays.dayOf(state.timeMs());
  }

  private void take() {
    triedSeq = state.seq();
    try {
      long fromNanos = System.nanoTime();
      long bytes = recent.write(state.seq(), StateImage.of(state));
      keptSeq = state.seq();
      NavigableSet<Long> kept = recent.seqs();
      while (kept.size() > KEPT) {
        kept.pollFirst();
      }
      recent.retain(kept);
      LOG.debug(
          "Snapshot of entry {}: {} bytes in {} us",
          keptSeq,
          bytes,
          TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - fromNanos));
    } catch (JournalException e) {
      LOG.warn("{}; Turno goes on, and its next start reads more of the journal", e.getMessage());
    }
  }

  private void dayEnds() {
    try {
      ofDays.write(state.seq(), StateImage.of(state));
      if (rules.keepDays() > 0) {
        removeOld(day() + 1 - rules.keepDays());
      }
    } catch (JournalException e) {
      LOG.warn("{}; nothing of the journal is removed meanwhile", e.getMessage());
    }
  }

  /** Removes the days before one, as far as everybody is past them. */
  private void removeOld(int beforeDay) {
    NavigableSet<Long> kept = recent.seqs();
    if (kept.isEmpty()) {
      return;
    }
    long passedSeq = Math.min(kept.first(), passed.getAsLong());
    JournalDays days = JournalDays.of(folder);
    long firstSeq = days.removable(beforeDay, passedSeq, ofDays.seqs());
    if (firstSeq == 0) {
      return;
    }
    if (ofDays.newest(firstSeq - 1) == null) {
      LOG.warn("Nothing of the journal is removed: no snapshot before entry {} is whole", firstSeq);
      return;
    }
    days.removeBefore(firstSeq);
    ofDays.retain(new TreeSet<>(ofDays.seqs().tailSet(firstSeq - 1, true)));
    LOG.info("The journal begins with entry {} now: older days were removed", firstSeq);
  }

  /** Follows to the end, takes a last snapshot and waits for the thread. */
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
