package org.turno.load.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.LegId;
import org.turno.load.conformance.PbxUnderTest.Manner;
import org.turno.load.conformance.PbxUnderTest.Phone;

/** What becomes of a caller who is taken out of a conversation and stays on the phone. */
abstract class TransferConformance extends ListeningConformance {
  /** The caller waits again and the agent is let go, asked for in one breath. */
  private void waitsAgain(Talk talk) {
    Effect.Park park = park(talk.waiting().leg());
    execute(drop(talk.bridge()));
    execute(park);
    done(hangUp(talk.agent()));
    heard.await(new EffectReport.Done(pbx.id(), park.id()));
    heard.await(new PbxInput.LegEnded(pbx.id(), talk.agent(), HangupReason.NORMAL));
  }

  @Test
  void whoTalkedAndWaitsAgainTalksWithTheNextAgent() {
    Talk talk = talk();
    waitsAgain(talk);
    assertFalse(talk.waiting().caller().ended());
    Phone next = freePhone(Manner.RINGS);
    LegId agent = rings(next, talk.waiting().leg());
    next.answer();
    heard.await(new PbxInput.LegAnswered(pbx.id(), agent));
    done(bridge(talk.waiting().leg(), agent));
    assertTrue(pbx.talking(talk.waiting().leg(), agent));
    assertEquals(2, pbx.legCount(), "the first agent is gone");
  }

  @Test
  void theFallbackAlsoTakesACallerWhoTalkedAndWaitsAgainWhenTurnoDies() {
    Talk talk = talk();
    waitsAgain(talk);
    adapter.close();
    eventually("the dialplan has the caller", () -> pbx.callersInDialplan() == 1);
  }

  @Test
  void aCallerIsSentOnFromAConversationAndTheAgentIsLetGo() {
    Talk talk = talk();
    LegId caller = talk.waiting().leg();
    done(
        new Effect.SendToDialplan(
            newId(), pbx.id(), caller, "turno-overflow", pbx.overflowExtension()));
    done(hangUp(talk.agent()));
    done(drop(talk.bridge()));
    heard.await(new PbxInput.LegLeft(pbx.id(), caller));
    heard.await(new PbxInput.LegEnded(pbx.id(), talk.agent(), HangupReason.NORMAL));
    eventually("the dialplan has the caller", () -> pbx.callersInDialplan() == 1);
    assertFalse(talk.waiting().caller().ended());
  }
}
