package org.turno.load.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.LegSnapshot.State;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.SealedNumber;
import org.turno.load.conformance.PbxUnderTest.Manner;
import org.turno.load.conformance.PbxUnderTest.Phone;

/** What the core relies on to call people back. */
abstract class CallbackConformance extends DoorConformance {
  private Effect.CallBack call(SealedNumber number, long ringMs) {
    return new Effect.CallBack(newId(), pbx.id(), number, pbx.line(), ringMs);
  }

  private Effect.OpenLine agentAnswers(Phone phone) {
    Effect.OpenLine ring = new Effect.OpenLine(newId(), pbx.id(), phone.id(), "Turno", 20_000);
    done(ring);
    eventually("the agent's phone rings", () -> phone.timesRung() == 1);
    phone.answer();
    heard.await(new PbxInput.LegAnswered(pbx.id(), ring.leg()));
    return ring;
  }

  @Test
  void theNumberOfWhoWaitsIsToldSealedAndOnce() {
    Waiting waiting = callerWaits();
    Effect.AskNumber ask = new Effect.AskNumber(newId(), pbx.id(), waiting.leg());
    done(ask);
    PbxInput.NumberTold told = heard.await(PbxInput.NumberTold.class);
    assertEquals(waiting.leg(), told.leg());
    assertEquals(1, heard.all(PbxInput.NumberTold.class).size());
    waiting.caller().hangUp();
    heard.await(new PbxInput.LegEnded(pbx.id(), waiting.leg(), HangupReason.NORMAL));
  }

  @Test
  void whoIsCalledBackTalksWithTheAgentWhoIsThereAlready() {
    Phone outside = freePhone(Manner.RINGS);
    Effect.OpenLine agent = agentAnswers(freePhone(Manner.RINGS));
    Effect.CallBack call = call(pbx.numberOf(outside), 20_000);
    done(call);
    heard.await(new PbxInput.LegRinging(pbx.id(), call.leg()));
    eventually("the caller's phone rings", () -> outside.timesRung() == 1);
    outside.answer();
    heard.await(new PbxInput.LegAnswered(pbx.id(), call.leg()));
    done(bridge(call.leg(), agent.leg()));
    assertTrue(pbx.talking(call.leg(), agent.leg()));
    done(hangUp(agent.leg()));
    done(hangUp(call.leg()));
    heard.await(new PbxInput.LegEnded(pbx.id(), call.leg(), HangupReason.NORMAL));
  }

  @Test
  void whoDoesNotAnswerIsRungNoLongerThanAllowed() {
    Phone outside = freePhone(Manner.RINGS);
    Effect.CallBack call = call(pbx.numberOf(outside), 2_000);
    done(call);
    heard.await(new PbxInput.LegEnded(pbx.id(), call.leg(), HangupReason.NO_ANSWER));
    eventually("the phone is silent", () -> outside.timesSilenced() == 1);
  }

  @Test
  void aCallThatRingsIsKnownToTheNextTurnoAndNotMadeTwice() {
    Phone outside = freePhone(Manner.RINGS);
    Effect.CallBack call = call(pbx.numberOf(outside), 20_000);
    done(call);
    heard.await(new PbxInput.LegRinging(pbx.id(), call.leg()));
    adapter.close();
    startAnotherTurno();
    PbxInput.Inventory inventory = heard.await(PbxInput.Inventory.class);
    assertEquals(State.RINGING, leg(inventory, call.leg()).state());
    execute(call);
    heard.await(EffectReport.Failed.class, f -> f.effect().equals(call.id()), "the refusal");
    assertEquals(1, outside.timesRung());
    done(hangUp(call.leg()));
    eventually("the phone is silent", () -> outside.timesSilenced() == 1);
  }
}
