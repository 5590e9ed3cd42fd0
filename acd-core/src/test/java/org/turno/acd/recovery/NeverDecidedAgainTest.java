package org.turno.acd.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.journal.ChronicleJournal;
import org.turno.acd.journal.EntryCodec;
import org.turno.acd.journal.JournalReader;
import org.turno.acd.journal.Sync;
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

/**
 * A journal by a Turno that chose another agent than today's code would: real phones rang by its
 * choice, so its choice stands.
 */
final class NeverDecidedAgainTest {
  private static final PbxId PBX = new PbxId("pbx");
  private static final LineId LINE = new LineId("012");
  private static final QueueId QUEUE = new QueueId("info");
  private static final AgentId ANNA = new AgentId("anna");
  private static final AgentId BERT = new AgentId("bert");
  private static final FloorPlan PLAN =
      new FloorPlan(
          List.of(new PbxPlan(PBX)),
          List.of(
              new LinePlan(
                  LINE, "012", QUEUE, 0, Requirement.nothing(), CallerDisplay.LINE, false)),
          List.of(QueuePlan.of(QUEUE.value())),
          List.of(agent(ANNA), agent(BERT)));

  private static final EntryCodec CODEC = new EntryCodec();

  @TempDir private Path folder;
  private long timeMs = 1_800_000_000_000L;

  private static AgentPlan agent(AgentId id) {
    PhoneId phone = new PhoneId(PBX, "PJSIP/" + id);
    return new AgentPlan(id, id.value(), phone, Skills.NONE, List.of(QUEUE));
  }

  private Entry decide(AcdCore core, Input input) {
    return core.decide(core.state().seq() + 1, ++timeMs, input);
  }

  /** Anna is idle for longest: this code asks her, and the one that wrote the journal Bert. */
  private long writeTheJournalOfAnother() {
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      AcdCore core = new AcdCore(new AcdState());
      journal.append(decide(core, new AdminInput.JournalStarted("other")));
      journal.append(decide(core, new AdminInput.PlanLoaded(PLAN)));
      journal.append(
          decide(core, new PbxInput.Inventory(PBX, "test", List.of(), List.of(), List.of())));
      journal.append(decide(core, new DeskInput.SignIn(ANNA)));
      journal.append(decide(core, new DeskInput.SignIn(BERT)));
      Entry ours = decide(core, new PbxInput.CallArrived(PBX, new LegId("caller"), LINE));
      assertEquals(ANNA, offeredTo(ours));
      String text = new String(CODEC.encode(ours), UTF_8);
      Entry theirs = CODEC.decode(text.replace("anna", "bert").getBytes(UTF_8));
      assertEquals(BERT, offeredTo(theirs));
      journal.append(theirs);
      return theirs.seq();
    }
  }

  private static AgentId offeredTo(Entry entry) {
    return entry.events().stream()
        .filter(OfferEvent.Made.class::isInstance)
        .map(e -> ((OfferEvent.Made) e).agent())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatAnotherTurnoChoseStandsAndIsGoneOnWith() {
    AcdState state = Recovery.upTo(folder, writeTheJournalOfAnother()).state();
    LegId leg = requireNonNull(requireNonNull(state.findAgent(BERT)).leg(), state::dump);
    assertNull(requireNonNull(state.findAgent(ANNA)).leg(), state::dump);

    AcdCore core = new AcdCore(state);
    for (Input input : Recovery.startInputs(state, PLAN, "unused")) {
      for (var event : decide(core, input).events()) {
        assertTrue(!(event instanceof OfferEvent), () -> "decided again: " + event);
      }
    }
    decide(core, new PbxInput.LegAnswered(PBX, leg));
    assertEquals(BERT, core.state().contacts().iterator().next().agent());
  }

  @Test
  void verifyingSaysWhereTodaysCodeWouldDecideOtherwise() {
    long seq = writeTheJournalOfAnother();
    try (JournalReader reader = JournalReader.open(folder, 1)) {
      Verification.Difference difference = Verification.verify(reader, done -> {});
      assertNotNull(difference);
      assertEquals(seq, difference.seq());
      assertTrue(difference.describe().contains("bert"), difference.describe());
      assertTrue(difference.describe().contains("anna"), difference.describe());
    }
  }
}
