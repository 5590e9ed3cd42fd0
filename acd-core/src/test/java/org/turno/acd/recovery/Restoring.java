package org.turno.acd.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.StateImage;
import org.turno.acd.journal.SnapshotCodec;

/** Restores from snapshots wherever one could have been taken, and compares. */
public final class Restoring {
  private static final SnapshotCodec<StateImage> CODEC = new SnapshotCodec<>(StateImage.class);

  /** Every state is compared; from so many of them on, the rest of the journal is decided again. */
  private static final int LIVES = 12;

  private Restoring() {}

  /** What the disk would give back of a state. */
  public static AcdState restored(AcdState state) {
    byte[] bytes = CODEC.encode(state.seq(), StateImage.of(state));
    return CODEC.decode(state.seq(), bytes).restore();
  }

  /** A state restored from any entry of a journal is the state that was, and decides as it did. */
  public static void restoresAnywhere(List<Entry> journal) {
    AcdState state = new AcdState();
    int every = Math.max(1, journal.size() / LIVES);
    for (Entry entry : journal) {
      state.apply(entry);
      AcdState restored = restored(state);
      assertEquals(StateGraph.of(state), StateGraph.of(restored), () -> "after " + entry);
      if (entry.seq() % every == 0) {
        decidesTheRest(restored, journal.subList((int) entry.seq(), journal.size()));
      }
    }
  }

  private static void decidesTheRest(AcdState restored, List<Entry> rest) {
    AcdCore core = new AcdCore(restored);
    for (Entry entry : rest) {
      assertEquals(entry, core.decide(entry.seq(), entry.timeMs(), entry.input()));
    }
  }
}
