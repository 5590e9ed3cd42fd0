package org.turno.acd.engine;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.turno.acd.agent.AgentState;
import org.turno.acd.contact.Contact;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.input.DoorInput;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.LegSnapshot;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.SupervisorInput;
import org.turno.acd.plan.AdmissionPolicy;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.CallbackPolicy;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.CustomerId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.KeyAction;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.SealedNumber;

/** Callers who hang up and keep their turn. */
final class CallbacksTest {
  private static final List<Prompt> BYE = List.of(new Prompt.Sound("turno/called-back"));
  private static final SealedNumber NUMBER = new SealedNumber("sealed");

  private static QueuePlan queue(int attempts, boolean hours) {
    SortedMap<Key, KeyAction> keys = new TreeMap<>();
    keys.put(Key.K1, new KeyAction.CallMeBack());
    return QueuePlan.of("general")
        .with(keys)
        .with(new AdmissionPolicy(60_000, 0, new Destination.ToExtension("menu", "s")))
        .callingBack(new CallbackPolicy(attempts, 60_000, 20_000, hours, BYE, List.of()));
  }

  private static TestFloor floor(QueuePlan queue) {
    return new TestFloor()
        .callingBack(queue)
        .agentOf("anna", "general")
        .agentOf("bea", "general")
        .open();
  }

  /** Presses the key, is told what the PBX tells, and is off the line. */
  private static Entry asks(TestFloor floor, String caller) {
    return asks(floor, caller, NUMBER);
  }

  private static Entry asks(TestFloor floor, String caller, SealedNumber number) {
    LegId leg = new LegId(caller);
    Entry pressed = floor.in(new PbxInput.KeyPressed(TestFloor.PBX, leg, Key.K1));
    assertTrue(
        pressed.effects().stream().anyMatch(Effect.AskNumber.class::isInstance), pressed::toString);
    Entry granted = floor.in(new PbxInput.NumberTold(TestFloor.PBX, leg, number));
    floor.in(new PbxInput.LegEnded(TestFloor.PBX, leg, HangupReason.NORMAL));
    return granted;
  }

  private static Contact contact(TestFloor floor, String caller) {
    return requireNonNull(floor.state().findContact(floor.contact(caller)));
  }

  /** The agent answers; the leg that calls the caller. */
  private static LegId dials(TestFloor floor, String agent) {
    floor.answer(agent);
    return floor.state().outstanding().stream()
        .filter(Effect.CallBack.class::isInstance)
        .map(e -> ((Effect.CallBack) e).leg())
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private static AgentState state(TestFloor floor, String agent) {
    return requireNonNull(floor.state().agentState(new AgentId(agent)));
  }

  private static void misses(TestFloor floor, LegId leg, HangupReason why) {
    floor.legsDown(floor.in(new PbxInput.LegEnded(TestFloor.PBX, leg, why)));
  }

  @Test
  void who_asks_to_be_called_back_hears_so_hangs_up_and_keeps_the_place() {
    TestFloor floor = floor(queue(3, false));
    floor.call("one", "general");
    floor.pass(5);
    floor.call("two", "general");
    Entry granted = asks(floor, "one");
    assertTrue(
        granted.effects().stream()
            .anyMatch(
                e ->
                    e instanceof Effect.Announce a
                        && a.prompts().equals(BYE)
                        && a.after() == Effect.Announce.After.HANG_UP));
    assertEquals(0, floor.count(ContactEvent.Ended.class), "hanging up is no abandoning");
    floor.pass(50);
    assertEquals(Contact.State.WAITING, contact(floor, "one").state());
    floor.signIn("anna");
    floor.expectOffer("one", "anna");
    floor.replays();
  }

  @Test
  void a_callback_outlives_the_longest_wait_of_its_queue() {
    TestFloor floor = floor(queue(3, false));
    floor.call("one", "general");
    asks(floor, "one");
    floor.pass(600);
    assertNotNull(contact(floor, "one").callback());
    floor.replays();
  }

  @Test
  void the_agent_is_there_before_the_caller_is_called_and_then_they_talk() {
    TestFloor floor = floor(queue(3, false));
    floor.call("one", "general");
    asks(floor, "one");
    floor.signIn("anna");
    assertEquals(0, floor.count(ContactEvent.Callback.Dialled.class));
    LegId leg = dials(floor, "anna");
    Entry answered = floor.in(new PbxInput.LegAnswered(TestFloor.PBX, leg));
    assertTrue(
        answered.effects().stream()
            .anyMatch(e -> e instanceof Effect.Bridge bridge && bridge.caller().equals(leg)));
    assertNull(contact(floor, "one").callback());
    floor.replays();
  }

  @Test
  void who_does_not_answer_frees_the_agent_at_once_and_is_called_again_after_the_gap() {
    TestFloor floor = floor(queue(2, false));
    floor.call("one", "general");
    asks(floor, "one");
    long placeMs = contact(floor, "one").placeMs();
    floor.signIn("anna");
    misses(floor, dials(floor, "anna"), HangupReason.BUSY);
    assertEquals(AgentState.AVAILABLE, state(floor, "anna"));
    assertEquals(0, floor.state().agent(new AgentId("anna")).refusals().misses());
    assertEquals(placeMs, contact(floor, "one").placeMs());
    floor.pass(59);
    assertEquals(AgentState.AVAILABLE, state(floor, "anna"));
    floor.pass(2);
    floor.expectOffer("one", "anna");
    misses(floor, dials(floor, "anna"), HangupReason.NO_ANSWER);
    assertNull(floor.state().findContact(floor.contact("one")), "called as often as allowed");
    floor.replays();
  }

  @Test
  void a_call_of_which_the_pbx_says_nothing_is_given_up() {
    TestFloor floor = floor(queue(1, false));
    floor.call("one", "general");
    asks(floor, "one");
    floor.signIn("anna");
    dials(floor, "anna");
    floor.pass(26);
    assertEquals(1, floor.count(ContactEvent.Callback.Missed.class));
    assertNull(floor.state().findContact(floor.contact("one")));
    floor.replays();
  }

  @Test
  void nobody_is_called_outside_the_hours() {
    TestFloor floor = floor(queue(3, true));
    Door door = Door.ofCallbacks(new QueueId("general"));
    floor.in(new DoorInput.Scheduled(door, false, 0));
    floor.call("one", "general");
    asks(floor, "one");
    floor.signIn("anna");
    assertEquals(AgentState.AVAILABLE, state(floor, "anna"));
    floor.in(new DoorInput.Scheduled(door, true, 0));
    floor.expectOffer("one", "anna");
    floor.in(new DoorInput.Scheduled(door, false, 0));
    assertEquals(Contact.State.WAITING, contact(floor, "one").state());
    floor.replays();
  }

  @Test
  void who_asks_twice_is_called_once() {
    TestFloor floor = floor(queue(3, false));
    floor.call("one", "general");
    asks(floor, "one");
    floor.call("two", "general");
    asks(floor, "two");
    assertNull(floor.state().findContact(floor.contact("two")));
    assertNotNull(contact(floor, "one").callback());
    floor.replays();
  }

  @Test
  void who_calls_again_has_the_place_that_was_kept_and_is_not_called() {
    TestFloor floor = floor(queue(3, false));
    CallWishes known = CallWishes.NONE.of(new CustomerId("juana"));
    floor.call("one", "general", known);
    long placeMs = contact(floor, "one").placeMs();
    asks(floor, "one");
    floor.pass(30);
    floor.call("other", "general");
    floor.call("again", "general", known);
    assertNull(floor.state().findContact(floor.contact("one")));
    assertEquals(placeMs, contact(floor, "again").placeMs());
    floor.replays();
  }

  @Test
  void a_line_without_callbacks_never_asks_for_a_number_and_a_protected_one_cannot_have_them() {
    TestFloor floor = new TestFloor().queue(queue(3, false)).agentOf("anna", "general").open();
    floor.call("one", "general");
    Entry pressed = floor.in(new PbxInput.KeyPressed(TestFloor.PBX, new LegId("one"), Key.K1));
    assertTrue(pressed.effects().isEmpty());
    LinePlan guarded =
        new LinePlan(
            new LineId("016"),
            "016",
            new QueueId("general"),
            0,
            Requirement.nothing(),
            CallerDisplay.LINE,
            true);
    assertThrows(IllegalArgumentException.class, () -> guarded.callingBack(true));
  }

  @Test
  void callbacks_end_when_a_configuration_allows_them_no_more_or_a_supervisor_gives_one_up() {
    TestFloor floor = floor(queue(3, false));
    floor.call("one", "general");
    asks(floor, "one");
    floor.in(new SupervisorInput.CancelCallback(floor.contact("one"), "eva"));
    assertNull(floor.state().findContact(floor.contact("one")));
    floor.call("two", "general");
    asks(floor, "two");
    floor.replaceQueue(QueuePlan.of("general"));
    assertNull(floor.state().findContact(floor.contact("two")));
    assertEquals(2, floor.count(ContactEvent.Ended.class));
    floor.replays();
  }

  @Test
  void a_wish_of_which_nothing_is_heard_is_asked_for_again_by_the_next_inventory() {
    TestFloor floor = floor(queue(3, false));
    floor.call("one", "general");
    LegId leg = new LegId("one");
    floor.in(new PbxInput.KeyPressed(TestFloor.PBX, leg, Key.K1));
    LegSnapshot held = new LegSnapshot(leg, new LineId("general"), LegSnapshot.State.UP, 0);
    Entry seen =
        floor.in(
            new PbxInput.Inventory(TestFloor.PBX, "test", List.of(held), List.of(), List.of()));
    assertEquals(1, seen.effects().stream().filter(Effect.AskNumber.class::isInstance).count());
    floor.in(new PbxInput.NumberTold(TestFloor.PBX, leg, NUMBER));
    Entry later =
        floor.in(new PbxInput.Inventory(TestFloor.PBX, "test", List.of(), List.of(), List.of()));
    assertTrue(later.effects().stream().noneMatch(Effect.AskNumber.class::isInstance));
    floor.replays();
  }

  private static QueuePlan expiring(long afterMs) {
    QueuePlan queue = queue(3, false);
    return queue.callingBack(requireNonNull(queue.callback()).expiring(afterMs));
  }

  @Test
  void whom_nobody_could_call_in_time_is_called_no_more_even_if_a_phone_rings_for_it() {
    TestFloor floor = floor(expiring(300_000));
    floor.call("one", "general");
    asks(floor, "one");
    floor.pass(295);
    floor.signIn("anna");
    floor.expectOffer("one", "anna");
    floor.pass(6);
    assertEquals(List.of(ContactEvent.Outcome.CALLBACK_EXPIRED), floor.outcomes());
    assertEquals(0, floor.count(ContactEvent.Callback.Dialled.class));
    floor.replays();
  }

  @Test
  void who_is_being_called_when_the_time_is_over_may_answer_but_is_not_called_again() {
    TestFloor floor = floor(expiring(60_000));
    floor.signIn("anna");
    floor.call("busy", "general");
    floor.answer("anna");
    floor.call("one", "general");
    asks(floor, "one");
    floor.call("two", "general");
    floor.pass(1);
    asks(floor, "two", new SealedNumber("other"));
    floor.pass(50);
    floor.signIn("bea");
    LegId first = dials(floor, "bea");
    floor.pass(10);
    assertEquals(List.of(ContactEvent.Outcome.CALLBACK_EXPIRED), floor.outcomes(), "two is late");
    assertEquals(Contact.State.CONNECTING, contact(floor, "one").state());
    misses(floor, first, HangupReason.NO_ANSWER);
    assertEquals(
        List.of(ContactEvent.Outcome.CALLBACK_EXPIRED, ContactEvent.Outcome.CALLBACK_EXPIRED),
        floor.outcomes());
    floor.replays();
  }

  @Test
  void a_changed_configuration_sets_the_end_of_those_who_wait_already() {
    TestFloor floor = floor(queue(3, false));
    floor.call("one", "general");
    asks(floor, "one");
    floor.pass(100);
    floor.replaceQueue(expiring(200_000));
    floor.pass(99);
    assertEquals(List.of(), floor.outcomes());
    floor.pass(2);
    assertEquals(List.of(ContactEvent.Outcome.CALLBACK_EXPIRED), floor.outcomes());
    floor.replays();
  }
}
