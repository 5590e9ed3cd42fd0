package org.turno.load.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.turno.acd.effect.Effect;
import org.turno.acd.effect.Effect.Announce.After;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.LegSnapshot.State;
import org.turno.acd.input.PbxInput;
import org.turno.load.conformance.PbxUnderTest.Manner;
import org.turno.load.conformance.PbxUnderTest.Phone;

/** What the core relies on for agents whose line stays open. */
abstract class OpenLineConformance extends CallbackConformance {

  @Test
  void anOpenLineCarriesOneConversationAfterAnotherAndOutlivesTurno() {
    Phone phone = freePhone(Manner.RINGS);
    Effect.OpenLine open = new Effect.OpenLine(newId(), pbx.id(), phone.id(), "Turno", 20_000);
    done(open);
    heard.await(new PbxInput.LegRinging(pbx.id(), open.leg()));
    eventually("the phone rings", () -> phone.timesRung() == 1);
    phone.answer();
    heard.await(new PbxInput.LegAnswered(pbx.id(), open.leg()));
    for (int i = 0; i < 2; i++) {
      Waiting waiting = callerWaits();
      done(announce(open.leg(), 1, After.MUSIC));
      Effect.Bridge bridge = bridge(waiting.leg(), open.leg());
      done(bridge);
      assertTrue(pbx.talking(waiting.leg(), open.leg()));
      waiting.caller().hangUp();
      heard.await(new PbxInput.LegEnded(pbx.id(), waiting.leg(), HangupReason.NORMAL));
      done(drop(bridge.id()));
    }
    adapter.close();
    startAnotherTurno();
    PbxInput.Inventory inventory = heard.await(PbxInput.Inventory.class);
    assertEquals(State.UP, leg(inventory, open.leg()).state());
    Waiting waiting = callerWaits();
    done(bridge(waiting.leg(), open.leg()));
    assertTrue(pbx.talking(waiting.leg(), open.leg()));
    assertEquals(1, phone.timesRung());
    done(hangUp(open.leg()));
    heard.await(new PbxInput.LegEnded(pbx.id(), open.leg(), HangupReason.NORMAL));
  }
}
