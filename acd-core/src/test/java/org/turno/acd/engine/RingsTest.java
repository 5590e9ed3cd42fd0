package org.turno.acd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.turno.acd.agent.Agent;
import org.turno.acd.agent.AgentState;
import org.turno.acd.contact.Contact;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.LegSnapshot;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.MediumId;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.ReservePlan;
import org.turno.acd.plan.RingPolicy;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.Tier;

/** Queues that ring several phones at once. */
final class RingsTest {
  private final TestFloor floor = new TestFloor();

  @AfterEach
  void theStoryReplays() {
    floor.replays();
  }

  private static QueuePlan all(int atMost) {
    return ringing(new RingPolicy(RingPolicy.Mode.ALL, atMost, 0));
  }

  private static QueuePlan progressively(int atMost) {
    return ringing(new RingPolicy(RingPolicy.Mode.PROGRESSIVELY, atMost, 5_000));
  }

  private static QueuePlan ringing(RingPolicy ring) {
    return QueuePlan.of("help").with(RoutingPolicy.DEFAULT.with(ring));
  }

  private Contact contact(String caller) {
    Contact contact = floor.state().findContact(floor.contact(caller));
    if (contact == null) {
      throw new AssertionError(caller + " is gone");
    }
    return contact;
  }

  private List<String> ringFor(String caller) {
    return contact(caller).offers().values().stream().map(AgentId::value).toList();
  }

  private Agent agent(String name) {
    return floor.state().agent(new AgentId(name));
  }

  private LegId legOf(String name) {
    LegId leg = agent(name).leg();
    if (leg == null) {
      throw new AssertionError(name + " has no leg");
    }
    return leg;
  }

  private void threeRing(QueuePlan queue) {
    floor.queue(queue).agent("anna", "").agent("bea", "").agent("carla", "").open();
    floor.signIn("anna", "bea", "carla");
    floor.call("one", "help");
  }

  @Test
  void everyFreePhoneRingsAndTheFirstToAnswerHasTheCaller() {
    threeRing(all(0));
    assertEquals(List.of("anna", "bea", "carla"), ringFor("one"));
    floor.answer("bea");
    assertEquals(Contact.State.TALKING, contact("one").state());
    assertEquals(new AgentId("bea"), contact("one").agent());
  }

  @Test
  void whoHasSeveralSeatsIsAskedAtOneOfThemForAContact() {
    MediumId chat = new MediumId("chat");
    floor.in(chat, all(0));
    floor.seat("anna.1", "anna", chat, MediumId.VOICE, 0);
    floor.seat("anna.2", "anna", chat, MediumId.VOICE, 0);
    floor.seat("bea.1", "bea", chat, MediumId.VOICE, 0).open();
    floor.signIn("anna.1", "anna.2", "bea.1");
    floor.call("one", "help");
    assertEquals(List.of("anna.1", "bea.1"), ringFor("one"));
    floor.call("two", "help");
    assertEquals(List.of("anna.2"), ringFor("two"));
  }

  @Test
  void theOtherPhonesStopAtOnceAndNobodyMissedAnything() {
    threeRing(all(0));
    long before = agent("carla").idleSinceMs();
    LegId annas = legOf("anna");
    LegId carlas = legOf("carla");
    Entry answered = floor.in(new PbxInput.LegAnswered(TestFloor.PBX, legOf("bea")));
    List<LegId> stopped =
        answered.effects().stream()
            .filter(Effect.HangUp.class::isInstance)
            .map(e -> ((Effect.HangUp) e).leg())
            .toList();
    assertEquals(List.of(annas, carlas), stopped);
    floor.legsDown(answered);
    assertEquals(AgentState.AVAILABLE, agent("anna").state());
    assertEquals(AgentState.AVAILABLE, agent("carla").state());
    assertEquals(before, agent("carla").idleSinceMs(), "the place in the order of idling");
    assertEquals(0, agent("carla").tally().contacts());
    assertTrue(floor.failedBy(OfferEvent.Why.ANSWERED_ELSEWHERE));
    assertFalse(floor.failedBy(OfferEvent.Why.NO_ANSWER));
  }

  @Test
  void whoAnswersAMomentLaterIsLetGoGentlyAndIsFreeAtTheOwnPlace() {
    threeRing(all(0));
    LegId annas = legOf("anna");
    long before = agent("anna").idleSinceMs();
    floor.in(new PbxInput.LegAnswered(TestFloor.PBX, legOf("bea")));
    floor.in(new PbxInput.LegAnswered(TestFloor.PBX, annas));
    assertEquals(new AgentId("bea"), contact("one").agent());
    assertEquals(AgentState.RELEASING, agent("anna").state());
    floor.in(new PbxInput.LegEnded(TestFloor.PBX, annas, org.turno.acd.input.HangupReason.NORMAL));
    assertEquals(AgentState.AVAILABLE, agent("anna").state());
    assertEquals(before, agent("anna").idleSinceMs());
    assertEquals(0, agent("anna").tally().contacts());
  }

  @Test
  void whoGetsFreeJoinsInUnlessAContactThatWaitsNeedsThem() {
    floor.queue(all(0)).agent("anna", "").agent("bea", "").agent("carla", "").open();
    floor.signIn("anna");
    floor.call("one", "help");
    floor.call("two", "help");
    assertEquals(List.of("anna"), ringFor("one"));
    floor.signIn("bea");
    assertEquals(List.of("bea"), ringFor("two"));
    floor.signIn("carla");
    assertEquals(List.of("anna", "carla"), ringFor("one"), "the older one rings more phones");
  }

  @Test
  void noMorePhonesRingThanTheQueueAllows() {
    threeRing(all(2));
    assertEquals(List.of("anna", "bea"), ringFor("one"));
    floor.in(new DeskInput.Reject(new AgentId("anna")));
    assertEquals(List.of("bea", "carla"), ringFor("one"));
  }

  @Test
  void onlyTheLowestTierLevelRingsUntilNobodyOfItIsLeft() {
    TreeMap<QueueId, Tier> second = new TreeMap<>();
    second.put(new QueueId("help"), new Tier(2, 1));
    floor.queue(all(0)).agent("anna", "").agent("bea", "").agent("late", "", second).open();
    floor.signIn("anna", "bea", "late");
    floor.call("one", "help");
    assertEquals(List.of("anna", "bea"), ringFor("one"));
    floor.in(new DeskInput.Reject(new AgentId("anna")));
    assertEquals(List.of("bea"), ringFor("one"));
    floor.in(new DeskInput.Reject(new AgentId("bea")));
    assertEquals(List.of("late"), ringFor("one"));
  }

  @Test
  void aMissIsCountedForEachWhoDidNotAnswer() {
    threeRing(all(0));
    floor.pass(15);
    assertEquals(3, floor.count(OfferEvent.Failed.class));
    assertEquals(AgentState.RETRY_DELAY, agent("anna").state());
    floor.pass(6);
    assertEquals(List.of("anna", "bea", "carla"), ringFor("one"));
  }

  @Test
  void whenTheCallerLeavesEveryPhoneStops() {
    threeRing(all(0));
    floor.hangUp("one");
    assertEquals(AgentState.AVAILABLE, agent("anna").state());
    assertEquals(AgentState.AVAILABLE, agent("carla").state());
    assertNull(floor.state().findContact(floor.contact("one")));
  }

  @Test
  void whoSignsOutStopsRingingAndTheOthersRingOn() {
    threeRing(all(0));
    floor.in(new DeskInput.SignOut(new AgentId("anna")));
    assertEquals(List.of("bea", "carla"), ringFor("one"));
  }

  @Test
  void aProtectedCallerTakesOneOfThePhonesAndTheOthersRingOn() {
    QueuePlan women =
        QueuePlan.of("women")
            .with(
                new RoutingPolicy(
                    AgentChoice.LONGEST_IDLE, 10, Ageing.NONE, List.of(), true, false, 0));
    floor.queue(women);
    threeRing(all(0));
    floor.call("her", "women");
    assertEquals(2, ringFor("one").size());
    assertFalse(ringFor("one").contains("carla"));
  }

  @Test
  void aReserveIsNotRungAlong() {
    floor.reserve(
        new ReservePlan("kept", Requirement.parse("v"), 1, List.of(new QueueId("women"))));
    floor.queue(QueuePlan.of("women")).queue(all(0));
    floor.agent("anna", "").agent("bea", "v=1").agent("carla", "v=1").open();
    floor.signIn("anna", "bea", "carla");
    floor.call("one", "help");
    assertEquals(List.of("anna", "bea"), ringFor("one"));
  }

  @Test
  void oneMorePhoneRingsAfterEachStep() {
    threeRing(progressively(0));
    assertEquals(List.of("anna"), ringFor("one"));
    floor.pass(5);
    assertEquals(List.of("anna", "bea"), ringFor("one"));
    floor.pass(5);
    assertEquals(List.of("anna", "bea", "carla"), ringFor("one"));
    floor.answer("carla");
    assertEquals(new AgentId("carla"), contact("one").agent());
  }

  @Test
  void theStepsEndWhereTheQueueSaysOrWithTheAnswer() {
    threeRing(progressively(2));
    floor.pass(11);
    assertEquals(List.of("anna", "bea"), ringFor("one"));
    floor.answer("anna");
    floor.pass(60);
    assertEquals(2, floor.count(OfferEvent.Made.class));
  }

  @Test
  void afterAnInterruptionTheInventoryTellsWhoRingsAndWhoAnswered() {
    threeRing(all(0));
    LegId annas = legOf("anna");
    LegId beas = legOf("bea");
    floor.in(new PbxInput.LinkDown(TestFloor.PBX, "test"));
    floor.in(
        new PbxInput.Inventory(
            TestFloor.PBX,
            "test",
            List.of(
                new LegSnapshot(
                    new LegId("one"),
                    new org.turno.acd.plan.LineId("help"),
                    LegSnapshot.State.UP,
                    0),
                new LegSnapshot(annas, null, LegSnapshot.State.RINGING, 0),
                new LegSnapshot(beas, null, LegSnapshot.State.UP, 0)),
            List.of(),
            List.of()));
    assertEquals(new AgentId("bea"), contact("one").agent());
    assertEquals(Contact.State.CONNECTING, contact("one").state());
    assertEquals(AgentState.RELEASING, agent("anna").state());
  }

  @Test
  void aRestartKeepsEveryPhoneThatRings() {
    threeRing(all(0));
    List<OfferId> offers = List.copyOf(contact("one").offers().keySet());
    floor.in(new AdminInput.Restarted());
    assertEquals(offers, List.copyOf(contact("one").offers().keySet()));
  }
}
