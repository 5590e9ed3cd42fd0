package org.turno.pbx.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.InputSink;
import org.turno.acd.input.Input;
import org.turno.acd.input.ObservedInput;
import org.turno.acd.input.ObservedInput.ObservedQueue;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ObservedEnd;
import org.turno.acd.plan.PbxId;

/** What the core is told of a PBX's own queues. */
final class OnlookerTest {
  private static final PbxId PBX = new PbxId("old");
  private static final LegId CALL = new LegId("call-1");
  private static final String ANNA = "PJSIP/1001";

  private final List<Input> told = new ArrayList<>();
  private int asked;
  private final Onlooker onlooker = new Onlooker(PBX, queue -> true, () -> asked++);

  @BeforeEach
  void looksAtOneQueue() {
    onlooker.open(
        new InputSink() {
          @Override
          public boolean offer(Input input) {
            return told.add(input);
          }

          @Override
          public CompletionStage<Entry> submit(Input input) {
            throw new IllegalStateException("an onlooker only offers");
          }

          @Override
          public boolean deciding() {
            return true;
          }
        });
    onlooker.connected();
    onlooker.seen(List.of(new ObservedQueue("sales", 3_000, List.of(), List.of())), List.of());
    told.clear();
  }

  @Test
  void aConversationWhoseCallThePbxForgotIsTheOneThatItsAgentHas() {
    onlooker.fact(new ObservedInput.Connected(PBX, "sales", CALL, ANNA, 2_000));
    onlooker.completed("sales", ANNA, 2_000, 9_000, ObservedEnd.AGENT);
    assertEquals(
        new ObservedInput.Completed(PBX, "sales", CALL, ANNA, 2_000, 9_000, ObservedEnd.AGENT),
        told.getLast());
    assertEquals(0, onlooker.figures().malformed());
  }

  @Test
  void oneOfAnAgentWhoTalksWithNobodyIsCountedAndAskedAbout() {
    onlooker.completed("sales", ANNA, 2_000, 9_000, ObservedEnd.AGENT);
    assertEquals(List.of(), told);
    assertEquals(1, onlooker.figures().malformed());
    assertEquals(1, asked);
  }
}
