package org.turno.acd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.turno.acd.contact.Contact;
import org.turno.acd.event.ContactEvent.OverflowReason;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DoorInput;
import org.turno.acd.plan.ClosedPolicy;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/** Queues that open and close. */
final class DoorsTest {
  private static final Door GENERAL = Door.of(new QueueId("general"));

  private static TestFloor floor(boolean sendsWaiting) {
    return new TestFloor()
        .queue(
            QueuePlan.of("general")
                .with(
                    new ClosedPolicy(
                        true, new Destination.ToQueue(new QueueId("night")), sendsWaiting)))
        .queue(QueuePlan.of("night"))
        .agentOf("anna", "general")
        .open();
  }

  private static String queueOf(TestFloor floor, String caller) {
    Contact contact = floor.state().findContact(floor.contact(caller));
    QueueId queue = contact == null ? null : contact.queue();
    return queue == null ? "none" : queue.value();
  }

  private static void hours(TestFloor floor, boolean open) {
    floor.in(new DoorInput.Scheduled(GENERAL, open, 0));
  }

  @Test
  void after_closing_time_callers_go_where_the_queue_says_and_those_who_wait_are_served() {
    TestFloor floor = floor(false);
    floor.call("one", "general");
    hours(floor, false);
    floor.call("two", "general");
    assertEquals("general", queueOf(floor, "one"));
    assertEquals("night", queueOf(floor, "two"));
    assertTrue(floor.overflowedBy(OverflowReason.CLOSED));
    hours(floor, true);
    floor.call("three", "general");
    assertEquals("general", queueOf(floor, "three"));
    floor.replays();
  }

  @Test
  void those_who_wait_are_sent_too_where_the_queue_says_so_but_not_from_a_phone_that_rings() {
    TestFloor floor = floor(true);
    floor.signIn("anna");
    floor.call("one", "general");
    floor.call("two", "general");
    hours(floor, false);
    assertEquals("general", queueOf(floor, "one"), "anna is being asked");
    assertEquals("night", queueOf(floor, "two"));
    floor.pass(20);
    assertEquals("night", queueOf(floor, "one"), "anna did not answer");
    floor.replays();
  }

  @Test
  void what_a_supervisor_says_goes_before_the_hours_until_its_time_is_over() {
    TestFloor floor = floor(false);
    hours(floor, true);
    long untilMs = floor.state().timeMs() + 600_000;
    floor.in(new DoorInput.Forced(GENERAL, false, "eva", "fire drill", untilMs));
    assertFalse(floor.state().isOpen(GENERAL));
    hours(floor, false);
    hours(floor, true);
    assertFalse(floor.state().isOpen(GENERAL));
    floor.pass(601);
    assertTrue(floor.state().isOpen(GENERAL));
    floor.replays();
  }

  @Test
  void what_a_supervisor_says_outlives_a_restart_and_a_reload_and_can_be_taken_back() {
    TestFloor floor = floor(false);
    floor.in(new DoorInput.Forced(GENERAL, false, "eva", "strike", 0));
    floor.in(new AdminInput.Restarted());
    floor.load();
    floor.replays();
    assertFalse(floor.state().isOpen(GENERAL));
    floor.in(new DoorInput.Released(GENERAL, "eva"));
    assertTrue(floor.state().isOpen(GENERAL));
  }

  @Test
  void a_queue_that_does_not_say_where_callers_go_cannot_be_closed() {
    TestFloor floor = floor(false);
    Door night = Door.of(new QueueId("night"));
    Entry entry = floor.in(new DoorInput.Forced(night, false, "eva", "why not", 0));
    assertTrue(entry.events().getFirst() instanceof SystemEvent.InputIgnored, entry::toString);
    assertTrue(floor.state().isOpen(night));
  }

  @Test
  void a_closed_queue_may_say_so_and_hang_up() {
    TestFloor floor =
        new TestFloor()
            .queue(
                QueuePlan.of("general")
                    .with(
                        new ClosedPolicy(
                            true,
                            new Destination.ToAnnouncement(
                                List.of(new Prompt.Sound("turno/closed"))),
                            false)))
            .open();
    hours(floor, false);
    floor.call("one", "general");
    assertEquals("none", queueOf(floor, "one"));
    floor.replays();
  }
}
