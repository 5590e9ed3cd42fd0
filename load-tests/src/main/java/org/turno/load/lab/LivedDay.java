package org.turno.load.lab;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.PhoneSnapshot;
import org.turno.acd.journal.ChronicleJournal;
import org.turno.acd.journal.Sync;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneState;
import org.turno.server.config.ConfigReader;

/**
 * A day that a Turno has lived already, so that a start can be measured on a journal that is full:
 * the production core decides it, call by call, spread over the hours of today that are past, and
 * each of its decisions is in the journal as a running Turno would have written it. Nobody waits or
 * talks at its end, and everybody has signed out.
 */
final class LivedDay {
  private static final int PROGRESS_EVERY = 20_000;

  private final ChronicleJournal journal;
  private final AcdCore core = new AcdCore(new AcdState());
  private final FloorPlan plan;
  private final PbxId pbx;
  private final Deque<LegId> talking = new ArrayDeque<>();
  private long timeMs;

  private LivedDay(ChronicleJournal journal, FloorPlan plan, long startMs) {
    this.journal = journal;
    this.plan = plan;
    pbx = plan.pbxs().getFirst().id();
    timeMs = startMs;
  }

  /**
   * Writes one.
   *
   * @param turno the folder of a Turno that was configured and has not run yet
   * @param contacts how many it has served
   * @param progress told a line now and then
   */
  static void write(Path turno, int contacts, Consumer<String> progress) {
    FloorPlan plan =
        ConfigReader.readWithoutSecrets(turno.resolve("turno.yaml"), Map.of())
            .config()
            .orElseThrow(() -> new LabException("the lab's own turno.yaml has an error"))
            .plan();
    long nowMs = System.currentTimeMillis();
    ZoneId zone = ZoneId.systemDefault();
    long startMs =
        Instant.ofEpochMilli(nowMs)
            .atZone(zone)
            .toLocalDate()
            .atStartOfDay(zone)
            .toInstant()
            .toEpochMilli();
    try (ChronicleJournal journal = ChronicleJournal.open(turno.resolve("journal"), Sync.NONE)) {
      new LivedDay(journal, plan, startMs).live(contacts, nowMs - 1_000, progress);
    }
  }

  private void live(int contacts, long untilMs, Consumer<String> progress) {
    long startMs = timeMs;
    decide(new AdminInput.JournalStarted("lab"));
    decide(new AdminInput.PlanLoaded(plan));
    List<PhoneSnapshot> phones =
        plan.agents().stream()
            .map(agent -> new PhoneSnapshot(agent.phone(), PhoneState.FREE))
            .toList();
    decide(new PbxInput.Inventory(pbx, "lab", List.of(), List.of(), phones));
    for (AgentPlan agent : plan.agents()) {
      decide(new DeskInput.SignIn(agent.id()));
    }
    for (int i = 0; i < contacts; i++) {
      timeMs = Math.max(timeMs, startMs + (untilMs - startMs) * i / contacts);
      if (talking.size() == plan.agents().size()) {
        decide(new PbxInput.LegEnded(pbx, talking.remove(), HangupReason.NORMAL));
      }
      LegId leg = new LegId("day-" + i);
      talking.add(leg);
      decide(new PbxInput.CallArrived(pbx, leg, plan.lines().get(i % plan.lines().size()).id()));
      if ((i + 1) % PROGRESS_EVERY == 0) {
        progress.accept("%,d of %,d contacts in the journal".formatted(i + 1, contacts));
      }
    }
    while (!talking.isEmpty()) {
      decide(new PbxInput.LegEnded(pbx, talking.remove(), HangupReason.NORMAL));
    }
    for (AgentPlan agent : plan.agents()) {
      decide(new DeskInput.SignOut(agent.id()));
    }
  }

  /** Decides, writes, and does at once what the decision asks of the PBX. */
  private void decide(Input input) {
    Entry entry = core.decide(core.state().seq() + 1, timeMs, input);
    journal.append(entry);
    for (Effect effect : entry.effects()) {
      decide(new EffectReport.Done(pbx, effect.id()));
      if (effect instanceof Effect.Ring ring) {
        decide(new PbxInput.LegRinging(pbx, ring.leg()));
        decide(new PbxInput.LegAnswered(pbx, ring.leg()));
      } else if (effect instanceof Effect.HangUp hangUp) {
        decide(new PbxInput.LegEnded(pbx, hangUp.leg(), HangupReason.NORMAL));
      }
    }
  }
}
