package org.turno.load.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turno.acd.effect.Effect;
import org.turno.acd.effect.Effect.Announce.After;
import org.turno.acd.input.EffectReport.Failure;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.LegSnapshot.State;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.PhoneState;
import org.turno.load.conformance.PbxUnderTest.Manner;
import org.turno.load.conformance.PbxUnderTest.Phone;

/**
 * What the core relies on, in terms of the port alone. A subclass names the PBX. Besides what each
 * test says, every effect of every test must have been reported exactly once.
 */
abstract class PbxConformance extends OpenLineConformance {

  @Test
  void theInventoryComesBeforeAnyOtherFact() {
    callerArrives();
    assertInstanceOf(PbxInput.Inventory.class, heard.all().getFirst());
  }

  @Test
  void aServedCallerHangsUpAndTheAgentIsLetGo() {
    Talk talk = talk();
    awaitPhone(talk.phone(), PhoneState.BUSY);
    talk.waiting().caller().hangUp();
    heard.await(new PbxInput.LegEnded(pbx.id(), talk.waiting().leg(), HangupReason.NORMAL));
    done(hangUp(talk.agent()));
    done(drop(talk.bridge()));
    heard.await(new PbxInput.LegEnded(pbx.id(), talk.agent(), HangupReason.NORMAL));
    awaitPhone(talk.phone(), PhoneState.FREE);
    eventually("all legs are gone", () -> pbx.legCount() == 0);
  }

  @Test
  void anAgentHangsUpAndTheCallerIsLetGo() {
    Talk talk = talk();
    talk.phone().hangUp();
    heard.await(new PbxInput.LegEnded(pbx.id(), talk.agent(), HangupReason.NORMAL));
    done(hangUp(talk.waiting().leg()));
    done(drop(talk.bridge()));
    heard.await(new PbxInput.LegEnded(pbx.id(), talk.waiting().leg(), HangupReason.NORMAL));
    eventually("the caller noticed", () -> talk.waiting().caller().ended());
    eventually("all legs are gone", () -> pbx.legCount() == 0);
  }

  @Test
  void aCallerWhoGivesUpWhileAPhoneRingsStopsIt() {
    Waiting waiting = callerWaits();
    Phone phone = freePhone(Manner.RINGS);
    LegId agent = rings(phone, waiting.leg());
    waiting.caller().hangUp();
    heard.await(new PbxInput.LegEnded(pbx.id(), waiting.leg(), HangupReason.NORMAL));
    done(hangUp(agent));
    eventually("the phone is silent", () -> phone.timesSilenced() == 1);
    heard.await(new PbxInput.LegEnded(pbx.id(), agent, HangupReason.CANCELLED));
  }

  @Test
  void aRingThatIsWithdrawnLeavesTheCallerWaitingForTheNextPhone() {
    Waiting waiting = callerWaits();
    Phone first = freePhone(Manner.RINGS);
    LegId agent = rings(first, waiting.leg());
    done(hangUp(agent));
    heard.await(new PbxInput.LegEnded(pbx.id(), agent, HangupReason.CANCELLED));
    awaitPhone(first, PhoneState.FREE);
    rings(freePhone(Manner.RINGS), waiting.leg());
    assertEquals(1, first.timesRung());
  }

  @Test
  void thePbxItselfStopsARingThatNobodyAnswers() {
    Waiting waiting = callerWaits();
    Phone phone = freePhone(Manner.RINGS);
    Effect.Ring ring = ring(phone, waiting.leg(), CallerDisplay.LINE, 2_000);
    done(ring);
    heard.await(new PbxInput.LegEnded(pbx.id(), ring.leg(), HangupReason.NO_ANSWER));
    eventually("the phone is silent", () -> phone.timesSilenced() == 1);
  }

  @Test
  void anEngagedPhoneIsBusy() {
    Waiting waiting = callerWaits();
    Effect.Ring ring = ring(pbx.phone(Manner.ENGAGED), waiting.leg());
    done(ring);
    heard.await(new PbxInput.LegEnded(pbx.id(), ring.leg(), HangupReason.BUSY));
  }

  @Test
  void aPhoneThatDeclinesIsRejected() {
    Waiting waiting = callerWaits();
    Effect.Ring ring = ring(freePhone(Manner.DECLINES), waiting.leg());
    done(ring);
    heard.await(new PbxInput.LegEnded(pbx.id(), ring.leg(), HangupReason.REJECTED));
  }

  @Test
  void aPhoneThatIsNotRegisteredIsUnreachableUntilItRegistersAgain() {
    Waiting waiting = callerWaits();
    Phone phone = freePhone(Manner.RINGS);
    phone.unregister();
    awaitPhone(phone, PhoneState.UNREACHABLE);
    fails(Failure.PHONE_UNREACHABLE, ring(phone, waiting.leg()));
    phone.register();
    awaitPhone(phone, PhoneState.FREE);
    rings(phone, waiting.leg());
  }

  @Test
  void aPhoneInUseForSomethingElseIsBusy() {
    Phone phone = freePhone(Manner.RINGS);
    phone.callSomebodyElse();
    awaitPhone(phone, PhoneState.BUSY);
  }

  @Test
  void ringingTwiceWithOneIdRingsOnce() {
    Waiting waiting = callerWaits();
    Phone phone = freePhone(Manner.RINGS);
    Effect.Ring ring = ring(phone, waiting.leg());
    execute(ring);
    fails(Failure.ALREADY_DONE, ring);
    heard.await(new PbxInput.LegRinging(pbx.id(), ring.leg()));
    phone.answer();
    heard.await(new PbxInput.LegAnswered(pbx.id(), ring.leg()));
    assertEquals(1, phone.timesRung());
  }

  @Test
  void theAgentsPhoneShowsTheLine() {
    Waiting waiting = callerWaits();
    Phone phone = freePhone(Manner.RINGS);
    rings(phone, waiting.leg());
    assertTrue(phone.display().contains("Información"), phone.display());
  }

  @Test
  void whatIsGoneIsHungUpAndDroppedAndCannotBeUsed() {
    Waiting waiting = callerWaits();
    Phone phone = freePhone(Manner.RINGS);
    LegId agent = rings(phone, waiting.leg());
    phone.answer();
    heard.await(new PbxInput.LegAnswered(pbx.id(), agent));
    phone.hangUp();
    heard.await(new PbxInput.LegEnded(pbx.id(), agent, HangupReason.NORMAL));
    fails(Failure.LEG_GONE, bridge(waiting.leg(), agent));
    done(hangUp(agent));
    done(drop(newId()));
    waiting.caller().hangUp();
    heard.await(new PbxInput.LegEnded(pbx.id(), waiting.leg(), HangupReason.NORMAL));
    fails(Failure.LEG_GONE, park(waiting.leg()));
    fails(Failure.LEG_GONE, ring(phone, waiting.leg()));
    done(hangUp(waiting.leg()));
    assertEquals(0, pbx.callersInDialplan());
  }

  @Test
  void aLongAnnouncementDoesNotKeepACallerFromAnAgent() {
    Waiting waiting = callerWaits();
    Phone phone = freePhone(Manner.RINGS);
    LegId agent = rings(phone, waiting.leg());
    phone.answer();
    heard.await(new PbxInput.LegAnswered(pbx.id(), agent));
    done(announce(waiting.leg(), 20, After.HANG_UP));
    done(bridge(waiting.leg(), agent));
    assertTrue(pbx.talking(waiting.leg(), agent));
    assertFalse(waiting.caller().ended());
  }

  @Test
  void aNewTurnoPutsACallerThroughWhoListensToAnAnnouncementOfTheOldOne() {
    Waiting waiting = callerWaits();
    Phone phone = freePhone(Manner.RINGS);
    LegId agent = rings(phone, waiting.leg());
    done(announce(waiting.leg(), 20, After.MUSIC));
    adapter.close();
    startAnotherTurno();
    done(park(waiting.leg()));
    phone.answer();
    heard.await(new PbxInput.LegAnswered(pbx.id(), agent));
    done(bridge(waiting.leg(), agent));
    assertTrue(pbx.talking(waiting.leg(), agent));
  }

  @Test
  void aCallerWhoHeardWhyIsHungUp() {
    Waiting waiting = callerWaits();
    done(announce(waiting.leg(), 1, After.HANG_UP));
    heard.await(new PbxInput.LegEnded(pbx.id(), waiting.leg(), HangupReason.NORMAL));
    eventually("the caller noticed", () -> waiting.caller().ended());
    fails(Failure.LEG_GONE, announce(waiting.leg(), 1, After.MUSIC));
    assertEquals(0, pbx.callersInDialplan());
  }

  @Test
  void aSecondAnnouncementReplacesTheFirstAndTheCallerWaitsOn() {
    Waiting waiting = callerWaits();
    done(announce(waiting.leg(), 20, After.HANG_UP));
    done(announce(waiting.leg(), 0, After.MUSIC));
    done(
        new Effect.SendToDialplan(
            newId(), pbx.id(), waiting.leg(), "turno-overflow", pbx.overflowExtension()));
    heard.await(new PbxInput.LegLeft(pbx.id(), waiting.leg()));
    eventually("the dialplan has the caller", () -> pbx.callersInDialplan() == 1);
    assertFalse(waiting.caller().ended());
  }

  @Test
  void theFallbackAlsoTakesACallerWhoListensWhenTurnoDies() {
    Waiting waiting = callerWaits();
    done(announce(waiting.leg(), 20, After.HANG_UP));
    adapter.close();
    eventually("the dialplan has the caller", () -> pbx.callersInDialplan() == 1);
  }

  @Test
  void onlyKeysThatMeanSomethingToAWaitingCallerAreTold() {
    Waiting waiting = callerArrives();
    done(new Effect.Park(newId(), pbx.id(), waiting.leg(), "default", List.of(Key.K0, Key.HASH)));
    waiting.caller().press(Key.K7);
    waiting.caller().press(Key.HASH);
    heard.await(new PbxInput.KeyPressed(pbx.id(), waiting.leg(), Key.HASH));
    Phone phone = freePhone(Manner.RINGS);
    LegId agent = rings(phone, waiting.leg());
    phone.answer();
    heard.await(new PbxInput.LegAnswered(pbx.id(), agent));
    done(bridge(waiting.leg(), agent));
    waiting.caller().press(Key.K0);
    waiting.caller().hangUp();
    heard.await(new PbxInput.LegEnded(pbx.id(), waiting.leg(), HangupReason.NORMAL));
    assertEquals(1, heard.all(PbxInput.KeyPressed.class).size());
  }

  @Test
  void aKeyIsHeardDuringAnAnnouncement() {
    Waiting waiting = callerArrives();
    done(new Effect.Park(newId(), pbx.id(), waiting.leg(), "default", List.of(Key.K0)));
    done(announce(waiting.leg(), 20, After.MUSIC));
    waiting.caller().press(Key.K0);
    heard.await(new PbxInput.KeyPressed(pbx.id(), waiting.leg(), Key.K0));
  }

  @Test
  void aCallerIsSentOnInTheDialplan() {
    Waiting waiting = callerWaits();
    done(
        new Effect.SendToDialplan(
            newId(), pbx.id(), waiting.leg(), "turno-overflow", pbx.overflowExtension()));
    heard.await(new PbxInput.LegLeft(pbx.id(), waiting.leg()));
    eventually("the dialplan has the caller", () -> pbx.callersInDialplan() == 1);
  }

  @Test
  void aCallerIsGivenBack() {
    Waiting waiting = callerArrives();
    done(new Effect.GiveBack(newId(), pbx.id(), waiting.leg()));
    heard.await(new PbxInput.LegLeft(pbx.id(), waiting.leg()));
    eventually("the dialplan has the caller", () -> pbx.callersInDialplan() == 1);
  }

  @Test
  void afterALostLinkTheInventoryShowsWhoWaitsRingsAndTalks() {
    Talk talk = talk();
    Waiting waiting = callerWaits();
    Waiting other = callerWaits();
    LegId ringing = rings(freePhone(Manner.RINGS), other.leg());
    pbx.cutLink();
    heard.await(PbxInput.LinkDown.class);
    PbxInput.Inventory inventory = heard.await(2, PbxInput.Inventory.class);
    assertEquals(pbx.line(), leg(inventory, waiting.leg()).line());
    assertEquals(State.RINGING, leg(inventory, ringing).state());
    assertNull(leg(inventory, ringing).line());
    assertEquals(State.UP, leg(inventory, talk.agent()).state());
    assertEquals(State.UP, leg(inventory, talk.waiting().leg()).state());
    assertEquals(5, inventory.legs().size());
    assertTrue(
        leg(inventory, waiting.leg()).createdMs() <= leg(inventory, other.leg()).createdMs());
    assertEquals(
        Set.of(talk.waiting().leg(), talk.agent()), Set.copyOf(inTalk(inventory, talk.bridge())));
    talk.waiting().caller().hangUp();
    heard.await(new PbxInput.LegEnded(pbx.id(), talk.waiting().leg(), HangupReason.NORMAL));
  }

  @Test
  void whatHappenedWhileTurnoWasAwayIsInTheNextInventory() {
    Waiting leaving = callerWaits();
    Waiting staying = callerWaits();
    Phone phone = freePhone(Manner.RINGS);
    LegId agent = rings(phone, staying.leg());
    adapter.close();
    leaving.caller().hangUp();
    phone.answer();
    eventually("the caller has left", () -> leaving.caller().ended());
    startAnotherTurno();
    PbxInput.Inventory inventory = heard.await(PbxInput.Inventory.class);
    assertEquals(2, inventory.legs().size(), inventory.toString());
    assertEquals(State.UP, leg(inventory, agent).state());
    done(bridge(staying.leg(), agent));
    assertTrue(pbx.talking(staying.leg(), agent));
    staying.caller().hangUp();
    heard.await(new PbxInput.LegEnded(pbx.id(), staying.leg(), HangupReason.NORMAL));
  }

  @Test
  void withoutTurnoWaitingCallersReachTheFallbackAndConversationsGoOn() {
    Talk talk = talk();
    callerWaits();
    adapter.close();
    eventually("the dialplan has the waiting caller", () -> pbx.callersInDialplan() == 1);
    assertTrue(pbx.talking(talk.waiting().leg(), talk.agent()));
  }

  @Test
  void aTurnoThatDecidesNoMoreKeepsNobody() {
    Waiting waiting = callerWaits();
    heard.stopDeciding();
    heard.await(new PbxInput.LegLeft(pbx.id(), waiting.leg()));
    eventually("the dialplan has the caller", () -> pbx.callersInDialplan() == 1);
  }

  @Test
  void aCallerWhomTheFallbackHasIsElsewhereInTheInventory() {
    Waiting waiting = callerWaits();
    adapter.close();
    eventually("the dialplan has the caller", () -> pbx.callersInDialplan() == 1);
    startAnotherTurno();
    PbxInput.Inventory inventory = heard.await(PbxInput.Inventory.class);
    assertEquals(State.ELSEWHERE, leg(inventory, waiting.leg()).state());
  }

  @Test
  void aNewCallerReachesTheFallbackAtOnceWhenThereIsNoTurno() {
    adapter.close();
    pbx.call();
    eventually("the dialplan has the caller", () -> pbx.callersInDialplan() == 1);
  }

  @Test
  void aRestartedPbxHasNoCallsAndTakesNewOnes() {
    Talk talk = talk();
    callerWaits();
    pbx.restart();
    heard.await(PbxInput.LinkDown.class);
    PbxInput.Inventory inventory = heard.await(2, PbxInput.Inventory.class);
    assertEquals(0, inventory.legs().size());
    assertEquals(0, inventory.bridges().size());
    assertFalse(pbx.talking(talk.waiting().leg(), talk.agent()));
    Phone phone = freePhone(Manner.RINGS);
    rings(phone, callerWaits().leg());
  }

  private static List<LegId> inTalk(PbxInput.Inventory inventory, EffectId id) {
    return inventory.bridges().stream()
        .filter(bridge -> bridge.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no conversation " + id + " in " + inventory))
        .legs();
  }
}
