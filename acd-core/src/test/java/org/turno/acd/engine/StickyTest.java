package org.turno.acd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.input.DeskInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.StickyPolicy;

/** A customer who calls again and the agent who served them last. */
final class StickyTest {
  private static final CallWishes EVA = CallWishes.read(List.of("customer=eva")).wishes();
  private final TestFloor floor = new TestFloor();

  @AfterEach
  void theStoryReplays() {
    floor.replays();
  }

  private static QueuePlan sticky(long waitSeconds) {
    return QueuePlan.of("help")
        .with(RoutingPolicy.DEFAULT.with(new StickyPolicy(waitSeconds * 1_000, 3_600_000)));
  }

  /** Anna and bea are at work; eva has talked with bea, who has been idle for less. */
  private void evaTalkedWithBea(QueuePlan queue) {
    floor.queue(queue).agent("anna", "").agent("bea", "").open();
    floor.signIn("bea");
    floor.call("first", "help", EVA);
    floor.signIn("anna");
    floor.answer("bea");
    floor.pass(30);
    floor.hangUp("first");
    floor.pass(30);
  }

  @Test
  void whoServedTheCustomerLastIsAskedFirst() {
    evaTalkedWithBea(sticky(0));
    floor.call("stranger", "help");
    floor.expectOffer("stranger", "anna");
    floor.hangUp("stranger");
    floor.pass(5);
    floor.call("again", "help", EVA);
    floor.expectOffer("again", "bea");
  }

  @Test
  void withoutAWaitAnotherIsAskedWhileThatAgentIsBusy() {
    evaTalkedWithBea(sticky(0));
    floor.in(new DeskInput.Pause(new AgentId("bea"), "lunch"));
    floor.call("again", "help", EVA);
    floor.expectOffer("again", "anna");
  }

  @Test
  void aBusyAgentIsWaitedForAsLongAsTheQueueSays() {
    evaTalkedWithBea(sticky(20));
    floor.in(new DeskInput.Pause(new AgentId("bea"), "lunch"));
    floor.call("again", "help", EVA);
    floor.expectOffer("again", "nobody");
    floor.pass(19);
    floor.expectOffer("again", "nobody");
    floor.pass(2);
    floor.expectOffer("again", "anna");
  }

  @Test
  void whoGoesHomeIsWaitedForNoLonger() {
    evaTalkedWithBea(sticky(60));
    floor.in(new DeskInput.Pause(new AgentId("bea"), "lunch"));
    floor.call("again", "help", EVA);
    floor.pass(5);
    floor.in(new DeskInput.SignOut(new AgentId("bea")));
    floor.expectOffer("again", "anna");
  }

  @Test
  void whoWasAskedInVainComesAfterTheOthers() {
    evaTalkedWithBea(sticky(0));
    floor.call("again", "help", EVA);
    floor.expectOffer("again", "bea");
    floor.pass(15);
    floor.expectOffer("again", "anna");
  }

  @Test
  void theMemoryExpires() {
    evaTalkedWithBea(sticky(0));
    floor.pass(3_600);
    floor.call("again", "help", EVA);
    floor.expectOffer("again", "anna");
    assertEquals(0, floor.count(ContactEvent.Recognized.class));
  }

  @Test
  void anAgentWhomTheCallNamesComesBefore() {
    evaTalkedWithBea(sticky(0));
    floor.call("again", "help", CallWishes.read(List.of("customer=eva", "agent=anna")).wishes());
    assertEquals(0, floor.count(ContactEvent.Recognized.class));
  }

  @Test
  void whereNoQueueRemembersAnyMoreAllIsForgotten() {
    evaTalkedWithBea(sticky(0));
    floor.replaceQueue(QueuePlan.of("help"));
    assertFalse(floor.state().dump().contains("eva"));
    floor.replaceQueue(sticky(0));
    floor.call("again", "help", EVA);
    floor.expectOffer("again", "anna");
  }

  @Test
  void onAProtectedLineNobodyIsKnownAgain() {
    floor.protectedQueue(sticky(20)).agent("anna", "").open();
    floor.signIn("anna");
    floor.call("one", "help", EVA);
    floor.answer("anna");
    floor.hangUp("one");
    assertEquals(0, floor.count(ContactEvent.Remembered.class));
    assertFalse(floor.state().dump().contains("eva"));
  }
}
