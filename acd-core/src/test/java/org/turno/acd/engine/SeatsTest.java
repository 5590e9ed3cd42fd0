package org.turno.acd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.turno.acd.agent.AgentState;
import org.turno.acd.input.DeskInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.MediumId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.SeatPlan;

/** Somebody who serves several media, several contacts at once. */
final class SeatsTest {
  private static final MediumId CHAT = new MediumId("chat");
  private static final MediumId VOICE = MediumId.VOICE;
  private final TestFloor floor = new TestFloor();

  @AfterEach
  void theStoryReplays() {
    floor.replays();
  }

  /**
   * Anna has two seats for chats; a call may come beside so many chats, a chat beside so many
   * calls.
   */
  private void anna(int chatsBesideACall, int callsBesideAChat) {
    floor
        .queue(QueuePlan.of("calls"))
        .in(CHAT, QueuePlan.of("chats"))
        .seat("anna", "anna", VOICE, CHAT, chatsBesideACall)
        .seat("anna.1", "anna", CHAT, VOICE, callsBesideAChat)
        .seat("anna.2", "anna", CHAT, VOICE, callsBesideAChat);
  }

  @Test
  void chatsComeUntilTheSeatsAreFull() {
    anna(0, 0);
    floor.open();
    floor.signIn("anna");
    floor.call("one", "chats");
    floor.call("two", "chats");
    floor.call("three", "chats");
    floor.expectOffer("one", "anna.1");
    floor.expectOffer("two", "anna.2");
    floor.expectOffer("three", "nobody");
    floor.answer("anna.1");
    floor.answer("anna.2");
    floor.hangUp("one");
    floor.expectOffer("three", "anna.1");
  }

  @Test
  void noChatComesDuringACallWhereTheyDoNotGoTogether() {
    anna(0, 0);
    floor.open();
    floor.signIn("anna");
    floor.call("voice", "calls");
    floor.answer("anna");
    floor.call("chat", "chats");
    floor.expectOffer("chat", "nobody");
    floor.hangUp("voice");
    floor.expectOffer("chat", "anna.1");
  }

  @Test
  void aCallComesBesideAsManyChatsAsItMay() {
    anna(1, 0);
    floor.open();
    floor.signIn("anna");
    floor.call("one", "chats");
    floor.answer("anna.1");
    floor.call("two", "chats");
    floor.answer("anna.2");
    floor.call("voice", "calls");
    floor.expectOffer("voice", "nobody");
    floor.hangUp("two");
    floor.expectOffer("voice", "anna");
  }

  @Test
  void chatsComeBesideACallWhereTheyMay() {
    anna(0, 1);
    floor.open();
    floor.signIn("anna");
    floor.call("voice", "calls");
    floor.answer("anna");
    floor.call("chat", "chats");
    floor.expectOffer("chat", "anna.1");
  }

  @Test
  void whoHasWorkAtAnotherSeatIsNotIdle() {
    anna(0, 0);
    floor.seat("bea", "bea", VOICE, CHAT, 0).seat("bea.1", "bea", CHAT, VOICE, 0);
    floor.open();
    floor.signIn("anna", "bea");
    floor.call("one", "chats");
    floor.expectOffer("one", "anna.1");
    floor.answer("anna.1");
    floor.call("two", "chats");
    floor.expectOffer("two", "bea.1");
    floor.answer("bea.1");
    floor.call("three", "chats");
    floor.expectOffer("three", "anna.2");
  }

  @Test
  void aCallNeverGoesToASeatForChats() {
    anna(0, 0);
    floor.open();
    floor.signIn("anna");
    floor.call("one", "calls");
    floor.call("two", "calls");
    floor.expectOffer("one", "anna");
    floor.expectOffer("two", "nobody");
  }

  @Test
  void comingGoingAndPausingAreThePersonsAtAllSeats() {
    anna(0, 0);
    floor.open();
    floor.signIn("anna");
    floor.in(new DeskInput.Pause(new AgentId("anna"), "lunch"));
    assertEquals(AgentState.PAUSED, floor.state().agentState(new AgentId("anna.2")));
    floor.in(new DeskInput.Ready(new AgentId("anna")));
    assertEquals(AgentState.AVAILABLE, floor.state().agentState(new AgentId("anna.1")));
    floor.call("one", "chats");
    floor.answer("anna.1");
    floor.in(new DeskInput.SignOut(new AgentId("anna")));
    assertEquals(AgentState.SIGNED_OUT, floor.state().agentState(new AgentId("anna")));
    assertEquals(AgentState.TALKING, floor.state().agentState(new AgentId("anna.1")));
    floor.hangUp("one");
    assertEquals(AgentState.SIGNED_OUT, floor.state().agentState(new AgentId("anna.1")));
  }

  @Test
  void aSeatNamesOtherMediaOnly() {
    SortedMap<MediumId, Integer> own = new TreeMap<>();
    own.put(CHAT, 1);
    assertThrows(
        IllegalArgumentException.class, () -> new SeatPlan(new AgentId("anna"), CHAT, own));
  }
}
