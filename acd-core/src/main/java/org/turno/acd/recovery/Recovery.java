package org.turno.acd.recovery;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.Input;
import org.turno.acd.plan.FloorPlan;

/**
 * Builds the state again from a journal by applying its events. Nothing is decided again: real
 * phones lived what was decided, also where today's code would decide otherwise.
 */
public final class Recovery {
  private Recovery() {}

  /**
   * The state after the last entry.
   *
   * @param entries in order from seq 1
   * @throws JournalException when an entry is missing or does not fit the ones before
   */
  public static AcdState recover(Iterator<Entry> entries) {
    AcdState state = new AcdState();
    while (entries.hasNext()) {
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
    return state;
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
