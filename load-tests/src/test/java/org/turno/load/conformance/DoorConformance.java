package org.turno.load.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.turno.acd.effect.Effect;
import org.turno.acd.effect.Effect.Announce.After;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.LegId;
import org.turno.load.conformance.PbxUnderTest.Manner;

/** What the core relies on when something is closed, and for callers who leave a queue. */
abstract class DoorConformance extends TransferConformance {
  @Test
  void whoFindsTheDoorClosedHearsWhyAndIsHungUp() {
    Waiting waiting = callerArrives();
    Effect.Park park = park(waiting.leg());
    Effect.Announce why = announce(waiting.leg(), 1, After.HANG_UP);
    // as the core asks for it: in one breath
    execute(park);
    execute(why);
    heard.await(new EffectReport.Done(pbx.id(), park.id()));
    heard.await(new EffectReport.Done(pbx.id(), why.id()));
    heard.await(new PbxInput.LegEnded(pbx.id(), waiting.leg(), HangupReason.NORMAL));
    eventually("the caller noticed", () -> waiting.caller().ended());
    assertEquals(0, pbx.callersInDialplan());
  }

  @Test
  void whoMovesToAnotherQueueHasThatQueuesKeys() {
    Waiting waiting = callerArrives();
    done(new Effect.Park(newId(), pbx.id(), waiting.leg(), "default", List.of(Key.K1)));
    waiting.caller().press(Key.K1);
    heard.await(new PbxInput.KeyPressed(pbx.id(), waiting.leg(), Key.K1));
    done(new Effect.Park(newId(), pbx.id(), waiting.leg(), "default", List.of(Key.K2)));
    waiting.caller().press(Key.K1);
    waiting.caller().press(Key.K2);
    heard.await(new PbxInput.KeyPressed(pbx.id(), waiting.leg(), Key.K2));
    assertEquals(2, heard.all(PbxInput.KeyPressed.class).size());
  }

  @Test
  void whoLeavesByAKeyWhileAPhoneRingsGoesToTheDialplanAndThePhoneIsSilent() {
    Waiting waiting = callerArrives();
    done(new Effect.Park(newId(), pbx.id(), waiting.leg(), "default", List.of(Key.K0)));
    PbxUnderTest.Phone phone = freePhone(Manner.RINGS);
    LegId agent = rings(phone, waiting.leg());
    waiting.caller().press(Key.K0);
    heard.await(new PbxInput.KeyPressed(pbx.id(), waiting.leg(), Key.K0));
    execute(hangUp(agent));
    done(
        new Effect.SendToDialplan(
            newId(), pbx.id(), waiting.leg(), "turno-overflow", pbx.overflowExtension()));
    heard.await(new PbxInput.LegLeft(pbx.id(), waiting.leg()));
    eventually("the phone is silent", () -> phone.timesSilenced() == 1);
    eventually("the dialplan has the caller", () -> pbx.callersInDialplan() == 1);
    heard.await(
        PbxInput.LegEnded.class, ended -> ended.leg().equals(agent), "end of the agent's leg");
  }

  @Test
  void whoIsSentOnFromAnAnnouncementIsNotHungUp() {
    Waiting waiting = callerWaits();
    done(announce(waiting.leg(), 20, After.HANG_UP));
    done(
        new Effect.SendToDialplan(
            newId(), pbx.id(), waiting.leg(), "turno-overflow", pbx.overflowExtension()));
    heard.await(new PbxInput.LegLeft(pbx.id(), waiting.leg()));
    eventually("the dialplan has the caller", () -> pbx.callersInDialplan() == 1);
  }
}
