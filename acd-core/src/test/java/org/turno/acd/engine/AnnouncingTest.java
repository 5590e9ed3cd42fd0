package org.turno.acd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.ContactEvent.Announced;
import org.turno.acd.event.ContactEvent.Announced.Rise;
import org.turno.acd.event.ContactEvent.Announced.What;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AnnouncementPolicy;
import org.turno.acd.plan.AnnouncementPolicy.Estimate;
import org.turno.acd.plan.AnnouncementPolicy.Messages;
import org.turno.acd.plan.AnnouncementPolicy.Phrases;
import org.turno.acd.plan.AnnouncementPolicy.Position;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.KeyAction;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.QueuePlan;

/** What callers hear while they wait, and when. */
final class AnnouncingTest {
  private static final Prompt HELLO = new Prompt.Sound("hello");

  private static AnnouncementPolicy policy(
      Position position, int limit, Estimate estimate, boolean onChange, Messages messages) {
    return new AnnouncementPolicy(
        10_000,
        60_000,
        15_000,
        onChange,
        position,
        limit,
        estimate,
        60_000,
        Phrases.ASTERISK,
        messages);
  }

  private static AnnouncementPolicy places() {
    return policy(Position.ALWAYS, 0, Estimate.NEVER, false, Messages.NONE);
  }

  private static QueuePlan queue(AnnouncementPolicy policy) {
    return QueuePlan.of("info").with(policy);
  }

  private static List<Prompt> sounds(Object... parts) {
    return List.of(parts).stream()
        .map(
            part ->
                part instanceof Integer number
                    ? (Prompt) new Prompt.Numeral(number)
                    : new Prompt.Sound(part.toString()))
        .toList();
  }

  private static List<List<Prompt>> played(TestFloor floor, String caller) {
    return floor.played().stream()
        .filter(a -> a.leg().equals(new LegId(caller)))
        .map(Effect.Announce::prompts)
        .toList();
  }

  @Test
  void the_line_greets_at_once_while_an_agent_is_rung_already() {
    TestFloor floor = new TestFloor().greeting(QueuePlan.of("info"), HELLO).agent("anna", "");
    floor.open();
    floor.signIn("anna");
    floor.call("one", "info");
    floor.expectOffer("one", "anna");
    assertEquals(List.of(List.of(HELLO)), played(floor, "one"));
    floor.replays();
  }

  @Test
  void the_place_is_told_first_after_a_while_and_then_from_time_to_time() {
    TestFloor floor = new TestFloor().queue(queue(places())).open();
    floor.call("one", "info");
    floor.call("two", "info");
    floor.pass(9);
    assertEquals(List.of(), floor.played());
    floor.pass(2);
    assertEquals(List.of(sounds("queue-youarenext", "queue-thankyou")), played(floor, "one"));
    assertEquals(
        List.of(sounds("queue-thereare", 2, "queue-callswaiting", "queue-thankyou")),
        played(floor, "two"));
    floor.pass(58);
    assertEquals(1, played(floor, "two").size());
    floor.hangUp("one");
    floor.pass(3);
    assertEquals(sounds("queue-youarenext", "queue-thankyou"), played(floor, "two").getLast());
    floor.replays();
  }

  @Test
  void a_place_that_changed_is_told_as_soon_as_the_gap_allows() {
    TestFloor floor =
        new TestFloor()
            .queue(queue(policy(Position.ALWAYS, 0, Estimate.NEVER, true, Messages.NONE)))
            .open();
    floor.call("one", "info");
    floor.call("two", "info");
    floor.pass(11);
    floor.hangUp("one");
    floor.pass(13);
    assertEquals(1, played(floor, "two").size());
    floor.pass(3);
    assertEquals(2, played(floor, "two").size());
    floor.pass(30);
    assertEquals(2, played(floor, "two").size(), "nothing is news");
    floor.replays();
  }

  @Test
  void places_beyond_a_limit_are_not_told_or_told_as_that() {
    for (Position position : List.of(Position.UP_TO, Position.MORE_THAN)) {
      TestFloor floor =
          new TestFloor()
              .queue(queue(policy(position, 1, Estimate.NEVER, false, Messages.NONE)))
              .open();
      floor.call("one", "info");
      floor.call("two", "info");
      floor.pass(11);
      assertEquals(1, played(floor, "one").size());
      assertEquals(
          position == Position.UP_TO
              ? List.of()
              : List.of(sounds("queue-quantity1", 1, "queue-quantity2", "queue-thankyou")),
          played(floor, "two"));
      floor.replays();
    }
  }

  @Test
  void messages_take_turns_and_nothing_is_told_while_a_phone_rings() {
    Messages messages = new Messages(List.of(sounds("m1"), sounds("m2")), 20_000, 30_000, false);
    TestFloor floor =
        new TestFloor()
            .queue(queue(policy(Position.NEVER, 0, Estimate.NEVER, false, messages)))
            .agent("anna", "")
            .open();
    floor.call("one", "info");
    floor.pass(82);
    assertEquals(List.of(sounds("m1"), sounds("m2"), sounds("m1")), played(floor, "one"));
    floor.signIn("anna");
    floor.expectOffer("one", "anna");
    floor.pass(14);
    assertEquals(3, played(floor, "one").size());
    floor.answer("anna");
    floor.pass(100);
    assertEquals(3, played(floor, "one").size());
    floor.replays();
  }

  @Test
  void place_and_message_keep_their_gap() {
    Messages messages = new Messages(List.of(sounds("m1")), 10_000, 60_000, false);
    TestFloor floor =
        new TestFloor()
            .queue(queue(policy(Position.ALWAYS, 0, Estimate.NEVER, false, messages)))
            .open();
    floor.call("one", "info");
    floor.pass(24);
    assertEquals(1, played(floor, "one").size());
    floor.pass(3);
    assertEquals(sounds("m1"), played(floor, "one").getLast());
    floor.replays();
  }

  @Test
  void the_language_is_the_dialplans_wish_until_the_caller_chooses_another() {
    SortedMap<Key, KeyAction> keys = new TreeMap<>();
    keys.put(Key.K2, new KeyAction.Speak("ca"));
    TestFloor floor = new TestFloor().queue(queue(places()).with(keys)).open();
    floor.call("one", "info", CallWishes.read(List.of("language=en")).wishes());
    floor.pass(11);
    assertEquals("en", floor.played().getLast().language());
    floor.in(new PbxInput.KeyPressed(TestFloor.PBX, new LegId("one"), Key.K2));
    floor.pass(62);
    assertEquals("ca", floor.played().getLast().language());
    floor.replays();
  }

  /** Conversations take three minutes, as Turno has seen before; both agents talk. */
  private static TestFloor busy(AnnouncementPolicy policy) {
    TestFloor floor =
        new TestFloor()
            .queue(queue(policy))
            .queue(QueuePlan.of("urgent"), 50)
            .agent("anna", "")
            .agent("bea", "")
            .open();
    floor.signIn("anna");
    for (int i = 0; i < 60; i++) {
      floor.call("before" + i, "info");
      floor.answer("anna");
      floor.pass(180);
      floor.hangUp("before" + i);
    }
    floor.signIn("bea");
    for (String agent : List.of("anna", "bea")) {
      String caller = "with " + agent;
      floor.call(caller, "info");
      floor.answer(floor.offeredTo(caller));
    }
    return floor;
  }

  private static List<Announced> told(TestFloor floor, String caller) {
    return floor.events(Announced.class).stream()
        .filter(e -> e.contact().equals(floor.contact(caller)) && e.what() == What.PLACE)
        .toList();
  }

  private static AnnouncementPolicy estimates() {
    return policy(Position.ALWAYS, 0, Estimate.ALWAYS, false, Messages.NONE);
  }

  @Test
  void the_expected_wait_is_told_in_whole_minutes() {
    TestFloor floor = busy(estimates());
    floor.call("one", "info");
    floor.pass(11);
    Announced first = told(floor, "one").getFirst();
    assertTrue(first.estimateMs() >= 60_000 && first.estimateMs() <= 240_000, first::toString);
    assertEquals(0, first.estimateMs() % 60_000);
    int minutes = (int) (first.estimateMs() / 60_000);
    assertEquals(
        sounds(
            "queue-youarenext",
            "queue-holdtime",
            minutes,
            minutes == 1 ? "queue-minute" : "queue-minutes",
            "queue-thankyou"),
        played(floor, "one").getFirst());
    floor.replays();
  }

  @Test
  void outwaiting_the_estimate_never_makes_it_rise() {
    TestFloor floor = busy(estimates());
    floor.call("one", "info");
    floor.pass(400);
    List<Announced> told = told(floor, "one");
    assertTrue(told.size() >= 6, told::toString);
    for (int i = 1; i < told.size(); i++) {
      assertTrue(
          told.get(i).estimateMs() <= told.get(i - 1).estimateMs()
              || told.get(i).rise() != Rise.NONE,
          told::toString);
    }
    floor.replays();
  }

  @Test
  void it_rises_when_others_go_before_and_says_why() {
    TestFloor floor = busy(estimates());
    floor.call("one", "info");
    floor.pass(11);
    for (int i = 0; i < 6; i++) {
      floor.call("urgent" + i, "urgent");
    }
    floor.pass(62);
    assertEquals(Rise.OVERTAKEN, told(floor, "one").getLast().rise());
    floor.replays();
  }

  @Test
  void it_rises_when_agents_leave_and_says_why() {
    TestFloor floor = busy(estimates());
    for (int i = 0; i < 4; i++) {
      floor.call("before it" + i, "info");
    }
    floor.call("one", "info");
    floor.pass(11);
    floor.in(new DeskInput.Pause(new AgentId("bea"), "coffee"));
    floor.pass(62);
    assertEquals(Rise.FEWER_AGENTS, told(floor, "one").getLast().rise());
    floor.replays();
  }

  @Test
  void once_means_the_first_time_only() {
    TestFloor floor = busy(policy(Position.ALWAYS, 0, Estimate.ONCE, false, Messages.NONE));
    floor.call("one", "info");
    floor.pass(75);
    List<Announced> told = told(floor, "one");
    assertEquals(2, told.size());
    assertTrue(told.getFirst().estimateMs() > 0);
    assertEquals(0, told.getLast().estimateMs());
    floor.replays();
  }
}
