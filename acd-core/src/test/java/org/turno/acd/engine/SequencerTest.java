package org.turno.acd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.PhoneSnapshot;
import org.turno.acd.input.TimerExpired;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.Skills;

/** The thread that decides, with a clock that stands still. */
final class SequencerTest {
  private static final PbxId PBX = new PbxId("pbx");
  private static final PhoneId PHONE = new PhoneId(PBX, "PJSIP/1001");
  private static final LineId LINE = new LineId("012");
  private static final AgentId ANNA = new AgentId("anna");
  private static final long START_MS = 1_000_000_000;

  private final List<Entry> journal = new CopyOnWriteArrayList<>();
  private final AcdState state = new AcdState();

  private DecisionLoop loop() {
    Journal kept =
        new Journal() {
          @Override
          public void append(Entry entry) {
            journal.add(entry);
          }

          @Override
          public void close() {}
        };
    return new DecisionLoop(new AcdCore(state), kept, effect -> {});
  }

  private static EngineClock standing(long timeMs) {
    return new EngineClock() {
      @Override
      public long nowMs() {
        return timeMs;
      }

      @Override
      public double speed() {
        return 1;
      }
    };
  }

  private static FloorPlan plan() {
    QueuePlan queue = QueuePlan.of("general");
    return new FloorPlan(
        List.of(new PbxPlan(PBX)),
        List.of(
            new LinePlan(
                LINE, "012", queue.id(), 0, Requirement.nothing(), CallerDisplay.LINE, false)),
        List.of(queue),
        List.of(new AgentPlan(ANNA, "Anna", PHONE, Skills.NONE, List.of())));
  }

  /** Until an agent's phone rings. */
  private void liveUntilItRings() {
    DecisionLoop before = loop();
    List<Input> inputs = new ArrayList<>();
    inputs.add(new AdminInput.JournalStarted("t"));
    inputs.add(new AdminInput.PlanLoaded(plan()));
    PhoneSnapshot free = new PhoneSnapshot(PHONE, PhoneState.FREE);
    inputs.add(new PbxInput.Inventory(PBX, "22", List.of(), List.of(), List.of(free)));
    inputs.add(new DeskInput.SignIn(ANNA));
    inputs.add(new PbxInput.CallArrived(PBX, new LegId("1.7"), LINE));
    for (Input input : inputs) {
      before.decide(input, START_MS);
    }
    journal.clear();
  }

  @Test
  void aTimerThatExpiredWhileNobodyDecidedWaitsUntilTheRestartIsKnown() {
    liveUntilItRings();
    long laterMs = START_MS + 3_600_000;
    assertTrue(state.nextDeadlineMs() != null && state.nextDeadlineMs() < laterMs);
    Sequencer sequencer =
        new Sequencer(
            loop(),
            standing(laterMs),
            new SequencerObserver() {
              @Override
              public void decided(Entry entry, long nanos) {}

              @Override
              public void halted(Throwable why) {}
            },
            64);
    try (sequencer) {
      sequencer.start(List.of(new AdminInput.Restarted(), new AdminInput.PlanLoaded(plan())));
      sequencer.submit(new DeskInput.SignOut(ANNA)).toCompletableFuture().join();
    }
    assertEquals(new AdminInput.Restarted(), journal.get(0).input());
    assertEquals(new AdminInput.PlanLoaded(plan()), journal.get(1).input());
    assertTrue(
        journal.stream().skip(2).anyMatch(entry -> entry.input() instanceof TimerExpired),
        journal.toString());
  }
}
