package org.turno.acd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turno.acd.agent.AgentState;
import org.turno.acd.contact.Contact;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
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
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.Skills;
import org.turno.acd.recovery.Recovery;
import org.turno.acd.recovery.Verification;

class CallFlowTest {
  private static final PbxId PBX = new PbxId("pbx");
  private static final AgentId ANNA = new AgentId("anna");
  private static final AgentId BEA = new AgentId("bea");

  private final AcdCore core = new AcdCore(new AcdState());
  private final List<Entry> journal = new ArrayList<>();
  private long timeMs = 1_000_000;

  @Test
  void a_call_is_offered_answered_bridged_and_ended() {
    start();
    in(new DeskInput.SignIn(ANNA));
    Entry arrived = in(new PbxInput.CallArrived(PBX, new LegId("caller"), new LineId("012")));
    Effect.Park park = effect(arrived, Effect.Park.class);
    Effect.Ring ring = effect(arrived, Effect.Ring.class);
    assertEquals("caller", park.leg().value());
    in(new PbxInput.LegRinging(PBX, ring.leg()));
    assertEquals(AgentState.RINGING, core.state().agentState(ANNA));
    Entry answered = in(new PbxInput.LegAnswered(PBX, ring.leg()));
    Effect.Bridge bridge = effect(answered, Effect.Bridge.class);
    in(new EffectReport.Done(PBX, bridge.id()));
    assertEquals(Contact.State.TALKING, core.state().contacts().iterator().next().state());
    Entry over = in(new PbxInput.LegEnded(PBX, new LegId("caller"), HangupReason.NORMAL));
    assertEquals(ring.leg(), effect(over, Effect.HangUp.class).leg());
    assertTrue(core.state().contacts().isEmpty());
    assertEquals(AgentState.RELEASING, core.state().agentState(ANNA));
    in(new PbxInput.LegEnded(PBX, ring.leg(), HangupReason.NORMAL));
    assertEquals(AgentState.AVAILABLE, core.state().agentState(ANNA));
    replays();
  }

  @Test
  void an_unanswered_offer_leaves_the_caller_at_its_place_and_tries_another_agent() {
    start();
    in(new DeskInput.SignIn(ANNA));
    timeMs += 10;
    in(new DeskInput.SignIn(BEA));
    Entry arrived = in(new PbxInput.CallArrived(PBX, new LegId("caller"), new LineId("012")));
    assertEquals("PJSIP/anna", effect(arrived, Effect.Ring.class).phone().address());
    long deadlineMs = timeMs + QueuePlan.of("q").offers().timeoutMs();
    assertEquals(deadlineMs, core.state().nextDeadlineMs());
    timeMs = deadlineMs;
    Input due = new DecisionLoop(core, noJournal(), e -> {}).due(timeMs);
    Entry missed = in(java.util.Objects.requireNonNull(due));
    assertEquals("PJSIP/bea", effect(missed, Effect.Ring.class).phone().address());
    replays();
  }

  private static Journal noJournal() {
    return new Journal() {
      @Override
      public void append(Entry entry) {}

      @Override
      public void close() {}
    };
  }

  private void start() {
    in(new AdminInput.JournalStarted("test"));
    QueuePlan queue = QueuePlan.of("q");
    in(
        new AdminInput.PlanLoaded(
            new FloorPlan(
                List.of(new PbxPlan(PBX)),
                List.of(
                    new LinePlan(
                        new LineId("012"),
                        "Información",
                        new QueueId("q"),
                        0,
                        Requirement.nothing(),
                        CallerDisplay.LINE,
                        false)),
                List.of(queue),
                List.of(agent(ANNA), agent(BEA)))));
    in(new PbxInput.Inventory(PBX, "test", List.of(), List.of(), List.of()));
  }

  private static AgentPlan agent(AgentId id) {
    return new AgentPlan(id, id.value(), new PhoneId(PBX, "PJSIP/" + id), Skills.NONE, List.of());
  }

  private Entry in(Input input) {
    Entry entry = core.decide(core.state().seq() + 1, timeMs, input);
    journal.add(entry);
    return entry;
  }

  private void replays() {
    assertNull(Verification.verify(journal.iterator(), seq -> {}));
    assertEquals(core.state().dump(), Recovery.recover(journal.iterator()).dump());
  }

  private static <T extends Effect> T effect(Entry entry, Class<T> type) {
    return entry.effects().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " in " + entry));
  }
}
