package org.turno.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.CustomerId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.Requirement;
import org.turno.pbx.asterisk.ari.AriChannel;
import org.turno.pbx.asterisk.ari.AriEvent;
import org.turno.pbx.asterisk.ari.AriFormatException;

/** Facts made of what a real Asterisk sent. */
final class TranslatorTest {
  /** As on a server whose line 016 is protected. */
  private static @Nullable CustomerId mark(LineId line, String said) {
    return line.value().equals("016") ? null : new CustomerId("mark" + said.length());
  }

  private static final PbxId PBX = new PbxId("madrid");
  private static final LineId LINE = new LineId("012");

  private final List<PbxInput> facts = new ArrayList<>();
  private final List<LegId> lineless = new ArrayList<>();
  private final Legs legs = new Legs();
  private final List<String> warnings = new ArrayList<>();
  private final Translator translator =
      new Translator(PBX, legs, facts::add, lineless::add, warnings::add, TranslatorTest::mark);

  @Test
  void aServedCallIsToldFromArrivalToTheEndOfBothLegs() throws AriFormatException {
    LegId caller = leg("asterisk-lab-1795296984.17");
    LegId agent = leg("turno-1");
    assertEquals(
        List.of(
            new PbxInput.CallArrived(PBX, caller, LINE),
            new PbxInput.LegRinging(PBX, agent),
            new PbxInput.LegAnswered(PBX, agent),
            new PbxInput.LegEnded(PBX, caller, HangupReason.NORMAL),
            new PbxInput.LegEnded(PBX, agent, HangupReason.NORMAL)),
        told("served-caller-hangs-up"));
  }

  @Test
  void anAgentWhoHangsUpEndsFirst() throws AriFormatException {
    List<PbxInput> told = told("served-agent-hangs-up");
    assertEquals(new PbxInput.LegEnded(PBX, leg("turno-3"), HangupReason.NORMAL), told.get(3));
    assertEquals(
        new PbxInput.LegEnded(PBX, leg("asterisk-lab-1795296988.19"), HangupReason.NORMAL),
        told.get(4));
    assertEquals(5, told.size());
  }

  @Test
  void anAgentWhoHangsUpBeforeTheConversationIsToldAlike() throws AriFormatException {
    assertEquals(
        new PbxInput.LegEnded(PBX, leg("turno-30"), HangupReason.NORMAL),
        told("answered-agent-hangs-up-before-bridge").get(3));
  }

  @Test
  void aCallerWhoGivesUpHasEndedAndNotLeft() throws AriFormatException {
    LegId caller = leg("asterisk-lab-1795296994.23");
    assertEquals(
        List.of(
            new PbxInput.CallArrived(PBX, caller, LINE),
            new PbxInput.LegEnded(PBX, caller, HangupReason.NORMAL)),
        told("abandoned"));
  }

  @Test
  void anEngagedPhoneIsBusyAndNeverRang() throws AriFormatException {
    assertEquals(List.of(ended("turno-5", HangupReason.BUSY)), told("busy"));
  }

  @Test
  void aPhoneThatDeclinesIsRejected() throws AriFormatException {
    assertEquals(List.of(ended("turno-6", HangupReason.REJECTED)), told("rejected"));
  }

  @Test
  void aRegisteredPhoneThatDoesNotReactIsUnreachableAndNotUnanswered() throws AriFormatException {
    assertEquals(List.of(ended("turno-7", HangupReason.UNREACHABLE)), told("silent-phone"));
  }

  @Test
  void aPhoneThatRangUntilTheLimitWasNotAnswered() throws AriFormatException {
    assertEquals(
        List.of(
            new PbxInput.LegRinging(PBX, leg("turno-8")), ended("turno-8", HangupReason.NO_ANSWER)),
        told("rings-out"));
  }

  @Test
  void aRingThatTurnoWithdrewIsCancelled() throws AriFormatException {
    assertEquals(
        List.of(
            new PbxInput.LegRinging(PBX, leg("turno-9")), ended("turno-9", HangupReason.CANCELLED)),
        told("ring-withdrawn"));
  }

  @Test
  void aPhoneThatRangAndThenSaysBusyWasDeclinedByItsUser() throws AriFormatException {
    for (AriEvent event : Recorded.events("rings-out")) {
      if (event instanceof AriEvent.Destroyed) {
        translator.translate(new AriEvent.Destroyed("turno-8", 17));
      } else {
        translator.translate(event);
      }
    }
    assertEquals(ended("turno-8", HangupReason.REJECTED), facts.getLast());
  }

  @Test
  void aCallerWhomTheDeadMansSwitchTookOnHasLeftAndNotEnded() throws AriFormatException {
    LegId caller = leg("asterisk-lab-1795297003.31");
    assertEquals(
        List.of(new PbxInput.CallArrived(PBX, caller, LINE), new PbxInput.LegLeft(PBX, caller)),
        told("dead-man"));
  }

  @Test
  void aCallerSentToTheDialplanHasLeft() throws AriFormatException {
    LegId caller = leg("asterisk-lab-1795297004.32");
    assertEquals(
        List.of(new PbxInput.CallArrived(PBX, caller, LINE), new PbxInput.LegLeft(PBX, caller)),
        told("sent-to-dialplan"));
  }

  @Test
  void anAnsweredAgentWhomNobodyBridgedLeavesWhenTheTimerOfThatLegFires()
      throws AriFormatException {
    assertEquals(
        List.of(
            new PbxInput.LegRinging(PBX, leg("turno-10")),
            new PbxInput.LegAnswered(PBX, leg("turno-10")),
            new PbxInput.LegLeft(PBX, leg("turno-10"))),
        told("agent-dead-man"));
  }

  @Test
  void aCallerWhoComesBackFromTheFallbackArrivesAgain() throws AriFormatException {
    told("dead-man");
    told("dead-man");
    assertEquals(4, facts.size());
    assertEquals(facts.get(0), facts.get(2));
  }

  @Test
  void aLegThatTheInventoryShowedDoesNotArriveOnceMore() throws AriFormatException {
    AriEvent.StasisStart start = (AriEvent.StasisStart) Recorded.events("abandoned").getFirst();
    AriChannel channel = start.channel();
    legs.replaceBy(List.of(channel));
    assertEquals(
        List.of(new PbxInput.LegEnded(PBX, leg(channel.id()), HangupReason.NORMAL)),
        told("abandoned"));
  }

  @Test
  void whatHappensToLegsThatAreNotTurnosIsNotTold() throws AriFormatException {
    Recorded.events("abandoned").stream().skip(1).forEach(translator::translate);
    assertEquals(List.of(), facts);
  }

  @Test
  void aCallWithoutALineIsNoFact() {
    AriChannel channel = new AriChannel("1.1", "Ring", true, List.of(), 0);
    translator.translate(new AriEvent.StasisStart(channel, List.of(), false));
    translator.translate(new AriEvent.StasisEnd("1.1"));
    assertEquals(List.of(), facts);
    assertEquals(List.of(leg("1.1")), lineless);
  }

  @Test
  void whatTheDialplanSaysOfACustomerComesInAsAMark() {
    arrives(List.of("012", "customer=600123456"));
    PbxInput.CallArrived arrived = (PbxInput.CallArrived) facts.getFirst();
    assertEquals(new CustomerId("mark9"), arrived.wishes().customer());
  }

  @Test
  void whatTheDialplanSaysOfACustomerOfAProtectedLineDoesNotComeIn() {
    arrives(List.of("016", "customer=600123456"));
    PbxInput.CallArrived arrived = (PbxInput.CallArrived) facts.getFirst();
    assertNull(arrived.wishes().customer());
  }

  @Test
  void whatTheDialplanSaysAfterTheLineIsPassedOn() {
    arrives(List.of("012", "priority=5", "requires=lang.en >= 30", "ivr=35"));
    PbxInput.CallArrived arrived = (PbxInput.CallArrived) facts.getFirst();
    assertEquals(LINE, arrived.line());
    assertEquals(5, arrived.wishes().addPriority());
    assertEquals(35_000, arrived.wishes().ivrMs());
    assertEquals(Requirement.parse("lang.en >= 30"), arrived.wishes().requirement());
    assertEquals(List.of(), warnings);
  }

  @Test
  void aSlipOfTheDialplansCostsNobodyThePlaceAndIsToldWithoutNumbers() {
    arrives(List.of("012", "prio=" + Recorded.CALLERS_NUMBER));
    assertEquals(List.of(new PbxInput.CallArrived(PBX, leg("1.1"), LINE)), facts);
    assertEquals(1, warnings.size());
    assertTrue(warnings.getFirst().contains("prio="), warnings.getFirst());
    assertFalse(warnings.getFirst().contains(Recorded.CALLERS_NUMBER), warnings.getFirst());
  }

  @Test
  void aLineMayBeCalledAgent() {
    arrives(List.of("agent", "priority=1"));
    assertEquals(new LineId("agent"), ((PbxInput.CallArrived) facts.getFirst()).line());
  }

  private void arrives(List<String> args) {
    AriChannel channel = new AriChannel("1.1", "Ring", true, args, 0);
    translator.translate(new AriEvent.StasisStart(channel, args, false));
  }

  @Test
  void noRecordingLeavesTheCallersNumberInAFact() throws AriFormatException {
    for (String name : List.of("served-caller-hangs-up", "abandoned", "dead-man")) {
      assertFalse(told(name).toString().contains(Recorded.CALLERS_NUMBER), name);
    }
  }

  private List<PbxInput> told(String recording) throws AriFormatException {
    Recorded.events(recording).forEach(translator::translate);
    return List.copyOf(facts);
  }

  private static PbxInput ended(String leg, HangupReason reason) {
    return new PbxInput.LegEnded(PBX, leg(leg), reason);
  }

  private static LegId leg(String id) {
    return new LegId(id);
  }
}
