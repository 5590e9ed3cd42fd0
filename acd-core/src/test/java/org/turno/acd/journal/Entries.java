package org.turno.acd.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.input.DeskInput;
import org.turno.acd.plan.AgentId;

/** Short ways to entries and to what a folder holds. */
final class Entries {
  /** A moment in September 2026. */
  static final long START_MS = 1_790_000_000_000L;

  static final long DAY_MS = 24L * 60 * 60 * 1000;

  private Entries() {}

  /** The small entry of this seq, one second after the one before. */
  static Entry small(long seq) {
    return pause(seq, START_MS + seq * 1_000, "coffee");
  }

  /** The small entry of this seq, a third of a day after the one before. */
  static Entry daily(long seq) {
    return pause(seq, START_MS + seq * DAY_MS / 3, "coffee");
  }

  static Entry pause(long seq, long timeMs, String reason) {
    AgentId agent = new AgentId("agent-" + seq);
    return new Entry(
        seq,
        timeMs,
        new DeskInput.Pause(agent, reason),
        List.of(new AgentEvent.Paused(agent, reason, false)),
        List.of());
  }

  /** All that a journal holds from an entry on. */
  static List<Entry> read(Path folder, long fromSeq) {
    List<Entry> entries = new ArrayList<>();
    try (JournalReader reader = JournalReader.open(folder, fromSeq)) {
      reader.forEachRemaining(entries::add);
    }
    return entries;
  }
}
