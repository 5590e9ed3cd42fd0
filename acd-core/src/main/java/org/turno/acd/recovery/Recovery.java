package org.turno.acd.recovery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;
import org.turno.acd.engine.StateImage;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.Input;
import org.turno.acd.journal.JournalReader;
import org.turno.acd.journal.SnapshotStore;
import org.turno.acd.plan.FloorPlan;

/**
 * Builds the state again from a journal by applying its events. Nothing is decided again: real
 * phones lived what was decided, also where today's code would decide otherwise.
 */
public final class Recovery {
  private Recovery() {}

  /**
   * A state, and how it was come by.
   *
   * @param snapshotSeq the entry that the snapshot was of; 0 where there was none
   */
  public record Recovered(AcdState state, long snapshotSeq) {}

  /**
   * The state after the last entry.
   *
   * @param entries in order from seq 1
   * @throws JournalException when an entry is missing or does not fit the ones before
   */
  public static AcdState recover(Iterator<Entry> entries) {
    AcdState state = new AcdState();
    apply(state, entries, Long.MAX_VALUE);
    return state;
  }

  /**
   * The state after an entry of a journal, from the newest whole snapshot before it and the entries
   * in between.
   *
   * @param seq 0 for the state before the first
   * @throws JournalException when an entry is missing or damaged, also where no snapshot takes the
   *     place of entries that were removed
   */
  public static Recovered upTo(Path folder, long seq) {
    SnapshotStore.Snapshot<StateImage> snapshot = newestSnapshot(folder, seq);
    AcdState state = snapshot == null ? new AcdState() : snapshot.image().restore();
    long fromSeq = state.seq();
    if (seq > fromSeq) {
      try (JournalReader reader = JournalReader.open(folder, fromSeq + 1)) {
        apply(state, reader, seq);
      }
    }
    if (state.seq() != seq) {
      throw new JournalException(
          "the journal in "
              + folder
              + " can be read up to entry "
              + state.seq()
              + " only, and entry "
              + seq
              + " is in it: run turno journal repair");
    }
    return new Recovered(state, fromSeq);
  }

  private static SnapshotStore.@Nullable Snapshot<StateImage> newestSnapshot(
      Path folder, long seq) {
    SnapshotStore.Snapshot<StateImage> recent = SnapshotStore.states(folder).newest(seq);
    SnapshotStore.Snapshot<StateImage> ofDay = Snapshotter.dayStore(folder).newest(seq);
    return recent == null || (ofDay != null && ofDay.seq() > recent.seq()) ? ofDay : recent;
  }

  private static void apply(AcdState state, Iterator<Entry> entries, long lastSeq) {
    while (state.seq() < lastSeq && entries.hasNext()) {
      Entry entry = entries.next();
      if (entry.seq() != state.seq() + 1) {
        throw new JournalException(
            "entry "
                + entry.seq()
                + " follows entry "
                + state.seq()
                + " in the journal: entries are missing; restore the journal from its backup");
      }
      state.apply(entry);
    }
  }

  /**
   * What a starting Turno tells the core before anything else: that a journal begins, or that Turno
   * runs again on one; and the configuration.
   *
   * @param newJournalId used where the journal has no name yet
   */
  public static List<Input> startInputs(AcdState state, FloorPlan plan, String newJournalId) {
    List<Input> inputs = new ArrayList<>();
    if (state.journalId().isEmpty()) {
      inputs.add(new AdminInput.JournalStarted(newJournalId));
    } else {
      inputs.add(new AdminInput.Restarted());
    }
    inputs.add(new AdminInput.PlanLoaded(plan));
    return inputs;
  }
}
