package org.turno.acd.recovery;

import java.nio.file.Path;
import java.util.List;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.journal.ChronicleJournal;
import org.turno.acd.journal.Sync;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;

/** A journal on the disk that a real core writes: calls that come and wait, day after day. */
final class DailyJournal implements AutoCloseable {
  static final long DAY_MS = 86_400_000L;

  private static final PbxId PBX = new PbxId("pbx");
  private static final LineId LINE = new LineId("012");
  private static final QueueId QUEUE = new QueueId("info");
  private static final long START_MS = 20_000 * DAY_MS + 1_000;

  private final ChronicleJournal journal;
  private final AcdCore core;
  private long timeMs;

  DailyJournal(Path folder) {
    journal = ChronicleJournal.open(folder, Sync.NONE);
    core = new AcdCore(Recovery.upTo(folder, journal.lastSeq()).state());
    timeMs = Math.max(START_MS, core.state().timeMs());
    if (journal.lastSeq() == 0) {
      decide(new AdminInput.JournalStarted("daily"));
      decide(new AdminInput.PlanLoaded(plan()));
      decide(new PbxInput.Inventory(PBX, "test", List.of(), List.of(), List.of()));
    }
  }

  private static FloorPlan plan() {
    return new FloorPlan(
        List.of(new PbxPlan(PBX)),
        List.of(
            new LinePlan(LINE, "012", QUEUE, 0, Requirement.nothing(), CallerDisplay.LINE, false)),
        List.of(QueuePlan.of(QUEUE.value())),
        List.of());
  }

  private void decide(Input input) {
    Entry entry = core.decide(core.state().seq() + 1, ++timeMs, input);
    journal.append(entry);
  }

  /** So many calls come, a millisecond after one another. */
  void calls(int count) {
    for (int i = 0; i < count; i++) {
      long number = core.state().seq() + 1;
      decide(new PbxInput.CallArrived(PBX, new LegId("leg" + number), LINE));
    }
  }

  void nextDay() {
    timeMs += DAY_MS;
  }

  AcdState state() {
    return core.state();
  }

  long seq() {
    return core.state().seq();
  }

  @Override
  public void close() {
    journal.close();
  }
}
