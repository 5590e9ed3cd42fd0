package org.turno.pbx.sim;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;
import org.turno.acd.engine.StateImage;
import org.turno.acd.journal.SnapshotCodec;

/**
 * What outlives the simulated process: the journal, of which a failure of the machine takes what
 * was not forced, and snapshots, some of which turn out to be torn.
 */
final class SimulatedDisk {
  private static final SnapshotCodec<StateImage> CODEC = new SnapshotCodec<>(StateImage.class);
  private static final int SNAPSHOT_EVERY = 150;
  private static final int KEPT = 3;

  private final List<Entry> journal;
  private final SimRandom random;
  private final TreeMap<Long, byte[]> snapshots = new TreeMap<>();
  private AcdState follower = new AcdState();
  private int forced;

  SimulatedDisk(List<Entry> journal, SimRandom random) {
    this.journal = journal;
    this.random = random;
  }

  /** All entries so far outlive the machine. */
  void force() {
    forced = journal.size();
  }

  /** The machine fails: entries that were not forced are gone. */
  void loseWhatWasNotForced() {
    journal.subList(forced, journal.size()).clear();
  }

  /** The snapshotter goes on; it may be killed while it writes. */
  void follow() {
    while (follower.seq() < forced) {
      follower.apply(journal.get((int) follower.seq()));
      if (follower.seq() % SNAPSHOT_EVERY == 0) {
        byte[] whole = CODEC.encode(follower.seq(), StateImage.of(follower));
        boolean torn = random.chance(0.2);
        snapshots.put(
            follower.seq(),
            torn ? Arrays.copyOf(whole, (int) random.between(0, whole.length - 1)) : whole);
        while (snapshots.size() > KEPT) {
          snapshots.pollFirstEntry();
        }
      }
    }
  }

  /** What a starting process makes of it: the newest whole snapshot and the entries after it. */
  AcdState recover() {
    AcdState state = restored();
    follower = restored();
    for (Entry entry : journal.subList((int) state.seq(), journal.size())) {
      state.apply(entry);
    }
    forced = journal.size();
    return state;
  }

  private AcdState restored() {
    for (Map.Entry<Long, byte[]> snapshot : snapshots.descendingMap().entrySet()) {
      StateImage image = read(snapshot.getKey(), snapshot.getValue());
      if (image != null) {
        return image.restore();
      }
    }
    return new AcdState();
  }

  private static @Nullable StateImage read(long seq, byte[] bytes) {
    try {
      return CODEC.decode(seq, bytes);
    } catch (JournalException torn) {
      return null;
    }
  }
}
