package org.turno.acd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.WaitEstimate;
import org.turno.acd.input.DeskInput;
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RoutingPolicy;

/** How long callers are expected to wait, and what that goes by. */
final class EstimateTest {
  private static final QueueId INFO = new QueueId("info");

  /** A floor whose conversations take three minutes on average, as Turno has seen before. */
  private static TestFloor floor(String... agents) {
    return floor(i -> 30 * (1 + i % 11), agents);
  }

  private static TestFloor floor(IntUnaryOperator talkS, String... agents) {
    TestFloor floor = new TestFloor().queue(QueuePlan.of("info")).queue(QueuePlan.of("other"), 5);
    for (String agent : agents) {
      floor.agent(agent, "");
    }
    floor.open();
    floor.signIn(agents[0]);
    for (int i = 0; i < 100; i++) {
      floor.call("before" + i, "info");
      floor.answer(agents[0]);
      floor.pass(talkS.applyAsInt(i));
      floor.hangUp("before" + i);
    }
    for (int i = 1; i < agents.length; i++) {
      floor.signIn(agents[i]);
    }
    return floor;
  }

  private static WaitEstimate estimate(TestFloor floor, String caller) {
    return estimate(floor, floor.contact(caller));
  }

  private static WaitEstimate estimate(TestFloor floor, ContactId contact) {
    WaitEstimate estimate = floor.state().outlook().of(contact);
    assertNotNull(estimate);
    return estimate;
  }

  @Test
  void theWaitOfTheFirstEndsWithTheConversationInHand() {
    TestFloor floor = floor(i -> 180, "anna");
    floor.call("talks", "info");
    floor.answer("anna");
    floor.pass(120);
    floor.call("waits", "info");
    WaitEstimate estimate = estimate(floor, "waits");
    assertEquals(1, estimate.position());
    assertTrue(estimate.likelyMs() > 30_000 && estimate.likelyMs() < 90_000, estimate.toString());
    assertTrue(estimate.lowMs() < 60_000 && estimate.highMs() > 60_000, estimate.toString());
    floor.replays();
  }

  @Test
  void whoStandsBehindWaitsLongerAndMoreAgentsMakeItShorter() {
    TestFloor one = floor("anna");
    TestFloor two = floor("anna", "bea");
    for (TestFloor floor : new TestFloor[] {one, two}) {
      floor.call("talks1", "info");
      floor.answer("anna");
      floor.call("second", "info");
      floor.call("third", "info");
    }
    two.answer("bea");
    two.call("fourth", "info");
    assertEquals(2, estimate(one, "third").position());
    assertTrue(estimate(one, "third").likelyMs() > 100_000 + estimate(one, "second").likelyMs());
    assertTrue(estimate(two, "fourth").likelyMs() < estimate(one, "third").likelyMs());
  }

  @Test
  void aPausedAgentDoesNotCountAndWithoutAgentsNothingIsSaid() {
    TestFloor floor = floor("anna", "bea");
    floor.call("talks1", "info");
    floor.call("talks2", "info");
    floor.answer("anna");
    floor.answer("bea");
    floor.call("waits", "info");
    long both = estimate(floor, "waits").likelyMs();
    floor.in(new DeskInput.Pause(new AgentId("bea"), "coffee"));
    assertTrue(estimate(floor, "waits").likelyMs() > both * 5 / 4);
    floor.in(new DeskInput.Pause(new AgentId("anna"), "coffee"));
    assertNull(floor.state().outlook().of(floor.contact("waits")));
  }

  @Test
  void callersOfAnotherQueueThatGoBeforeCountWhereTheyNeedTheSameAgents() {
    TestFloor floor = floor("anna");
    floor.call("talks", "info");
    floor.answer("anna");
    floor.call("waits", "info");
    WaitEstimate alone = estimate(floor, "waits");
    floor.call("before", "other");
    WaitEstimate after = estimate(floor, "waits");
    assertEquals(1, after.position());
    assertTrue(after.likelyMs() > alone.likelyMs() + 60_000, alone + " then " + after);
  }

  @Test
  void thoseWhoAreExpectedToOvertakeMakeItLonger() {
    TestFloor quiet = floor("anna");
    TestFloor busy = floor("anna");
    for (TestFloor floor : new TestFloor[] {quiet, busy}) {
      floor.call("talks", "info");
      floor.answer("anna");
    }
    for (int i = 0; i < 3; i++) {
      busy.call("impatient" + i, "other");
      busy.hangUp("impatient" + i);
    }
    quiet.call("waits", "info");
    busy.call("waits", "info");
    assertTrue(
        estimate(busy, "waits").highMs() > estimate(quiet, "waits").highMs(),
        () -> estimate(busy, "waits") + " and " + estimate(quiet, "waits"));
  }

  @Test
  void aCallerWhoWaitsForOneAgentByNameIsToldNothing() {
    TestFloor floor =
        new TestFloor()
            .queue(
                QueuePlan.of("info")
                    .with(
                        new RoutingPolicy(
                            AgentChoice.LONGEST_IDLE,
                            0,
                            Ageing.NONE,
                            List.of(),
                            false,
                            false,
                            600_000)))
            .agent("anna", "")
            .agent("bea", "")
            .open();
    floor.signIn("anna");
    floor.call("talks", "info");
    floor.answer("anna");
    floor.call("waits", "info", CallWishes.read(List.of("agent=anna")).wishes());
    assertNull(floor.state().outlook().of(floor.contact("waits")));
  }

  @Test
  void aNewcomerFindsAFreeAgentAtOnceAndAQueueWithoutAgentsHasNoEstimate() {
    TestFloor floor = floor("anna");
    WaitEstimate free = floor.state().outlook().newcomer(INFO);
    assertNotNull(free);
    assertEquals(0, free.highMs());
    floor.call("talks", "info");
    floor.answer("anna");
    WaitEstimate busy = floor.state().outlook().newcomer(INFO);
    assertNotNull(busy);
    assertTrue(busy.likelyMs() > 30_000);
    floor.in(new DeskInput.SignOut(new AgentId("anna")));
    assertNull(floor.state().outlook().newcomer(INFO));
  }

  @Test
  void oneEstimateInTenSecondsIsWrittenDownToBeHeldAgainstWhatComes() {
    TestFloor floor = floor("anna");
    floor.call("talks", "info");
    floor.answer("anna");
    long before = floor.count(ContactEvent.Estimated.class);
    floor.call("one", "info");
    floor.call("two", "info");
    assertEquals(before + 1, floor.count(ContactEvent.Estimated.class));
    floor.pass(10);
    floor.call("three", "info");
    assertEquals(before + 2, floor.count(ContactEvent.Estimated.class));
    floor.replays();
  }
}
