package org.turno.pbx.sim;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.StateImage;
import org.turno.acd.journal.SnapshotCodec;

/**
 * A core restored from a snapshot that was taken on the way. It decides what comes after as the one
 * did that was never interrupted, though its memory holds nothing but what the snapshot told.
 */
final class RestoredTwin {
  private static final SnapshotCodec<StateImage> CODEC = new SnapshotCodec<>(StateImage.class);

  /** Lives so many entries before it is restored anew from another snapshot. */
  private static final int LIFE = 400;

  private @Nullable AcdCore core;
  private long bornSeq;

  /** The next entry of the journal. */
  void decides(Entry entry) {
    if (core != null) {
      Entry decided = core.decide(entry.seq(), entry.timeMs(), entry.input());
      if (!decided.equals(entry)) {
        throw new InvariantBroken(
            "RestoreEqualsReplay",
            "restored from entry " + bornSeq + " it decides\n" + decided + "\nand not\n" + entry);
      }
    }
  }

  /** A snapshot of a state restores to the same state, down to the last byte. */
  void restores(AcdState state) {
    byte[] taken = CODEC.encode(state.seq(), StateImage.of(state));
    AcdState restored = CODEC.decode(state.seq(), taken).restore();
    if (!Arrays.equals(taken, CODEC.encode(state.seq(), StateImage.of(restored)))) {
      throw new InvariantBroken(
          "RestoreEqualsReplay",
          "the snapshot "
              + new String(taken, java.nio.charset.StandardCharsets.UTF_8)
              + " restores to "
              + restored.dump());
    }
    if (core == null || state.seq() - bornSeq >= LIFE) {
      core = new AcdCore(restored);
      bornSeq = state.seq();
    }
  }
}
