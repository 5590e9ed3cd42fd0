package org.turno.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;

/** What supervisors read, told as stories of a floor. */
final class LiveFiguresTest {
  private static final AgentId A0 = new AgentId("a0");
  private final FloorScript floor = new FloorScript();

  @Test
  void the_service_levels_and_rates_are_those_of_the_published_formulas() {
    floor.signIn("a0").signIn("a1");
    answered("quick", 10, 100, 20);
    answered("just", 20, 60, 10);
    answered("late", 20.001, 80, 0);
    abandoned("short", 4.999);
    abandoned("long", 5);
    abandoned("longer", 90);
    floor.at(500).arrives("waits", "q0");

    Tally tally = floor.queue("q0").tally();
    assertEquals(7, tally.offered());
    assertEquals(3, tally.answered());
    assertEquals(2, tally.answeredInTime());
    assertEquals(3, tally.abandoned());
    assertEquals(1, tally.shortAbandoned());
    assertEquals(OptionalDouble.of(2.0 / 6), tally.serviceLevelOffered());
    assertEquals(OptionalDouble.of(2.0 / 7), tally.serviceLevelReceived());
    assertEquals(OptionalDouble.of(2.0 / 3), tally.serviceLevelAnswered());
    assertEquals(OptionalDouble.of(2.0 / 6), tally.abandonRate());
    assertEquals(OptionalDouble.of((10_000 + 20_000 + 20_001) / 3.0), tally.asaMs());
    assertEquals(OptionalDouble.of((240_000 + 30_000) / 3.0), tally.ahtMs());
    assertEquals(tally, floor.now().totals().tally());
  }

  private double clock = 1;

  private void answered(String contact, double wait, double talk, double wrapUp) {
    floor.at(clock).arrives(contact, "q0").offered(contact, "q0", "a0");
    floor.at(clock + wait).answers(contact, "a0", wait);
    floor.at(clock + wait + talk).hangsUp(contact, "q0", "a0", talk);
    clock += wait + talk + wrapUp;
    floor.at(clock).wrapUpEnds("a0");
  }

  private void abandoned(String contact, double wait) {
    floor.at(clock).arrives(contact, "q0");
    clock += wait;
    floor.at(clock).ends(contact, "q0", Outcome.ABANDONED, wait);
  }

  @Test
  void figures_without_a_denominator_are_empty_and_not_zero() {
    Tally tally = floor.queue("q0").tally();
    assertTrue(tally.serviceLevelOffered().isEmpty());
    assertTrue(tally.abandonRate().isEmpty());
    assertTrue(tally.asaMs().isEmpty());
    assertTrue(tally.ahtMs().isEmpty());
    assertTrue(floor.queue("q0").staffing().occupancy(FloorScript.START_MS).isEmpty());
  }

  @Test
  void the_longest_wait_runs_by_the_clock_until_the_answer_also_while_a_phone_rings() {
    floor.signIn("a0").at(10).arrives("first", "q0").at(12).arrives("second", "q0");
    floor.offered("first", "q0", "a0");
    long atMs = FloorScript.START_MS + 30_000;
    assertEquals(20_000, floor.queue("q0").longestWaitMs(atMs));
    assertEquals(1, floor.queue("q0").waiting());
    assertEquals(1, floor.queue("q0").ringing());
    floor.at(30).answers("first", "a0", 20);
    assertEquals(18_000, floor.queue("q0").longestWaitMs(atMs));
    floor.ends("second", "q0", Outcome.ABANDONED, 18);
    assertEquals(0, floor.queue("q0").longestWaitMs(atMs));
  }

  @Test
  void occupancy_is_worked_time_over_time_signed_in_and_not_paused() {
    floor.at(0).signIn("a0").at(100).arrives("c", "q0").offered("c", "q0", "a0");
    floor.at(110).answers("c", "a0", 10).at(170).hangsUp("c", "q0", "a0", 60);
    floor.at(180).wrapUpEnds("a0");
    floor.at(200).entry(new AgentEvent.Paused(A0, "break", false));
    Staffing staffing = floor.queue("q0").staffing();
    assertEquals(0.4, staffing.occupancy(at(200)).orElseThrow());
    assertEquals(0.4, staffing.occupancy(at(900)).orElseThrow(), "a pause does not count");
    floor.at(900).entry(new AgentEvent.Resumed(A0));
    assertEquals(0.2, floor.queue("q0").staffing().occupancy(at(1_100)).orElseThrow());
    assertTrue(floor.queue("q1").staffing().occupancy(at(1_100)).isPresent(), "a0 serves all");
  }

  private static long at(double seconds) {
    return FloorScript.START_MS + Math.round(seconds * 1_000);
  }

  @Test
  void an_overflow_counts_in_both_queues_but_once_on_the_floor() {
    floor.arrives("c", "q2");
    ContactId id = new ContactId("c");
    floor.entry(
        new ContactEvent.Overflowed(
            id,
            new QueueId("q2"),
            new Destination.ToQueue(new QueueId("q0")),
            ContactEvent.OverflowReason.MAX_WAIT),
        new ContactEvent.Queued(id, new QueueId("q0"), Requirement.nothing()));
    assertEquals(1, floor.queue("q2").tally().overflowed());
    assertEquals(0, floor.queue("q2").waiting());
    assertEquals(1, floor.queue("q0").tally().offered());
    assertEquals(1, floor.queue("q0").waiting());
    assertEquals(1, floor.now().totals().tally().offered());
    assertEquals(0, floor.now().totals().tally().overflowed());
  }

  @Test
  void a_contact_that_a_full_queue_turned_away_counts_as_offered_and_overflowed_there() {
    ContactId id = new ContactId("c");
    QueueId full = new QueueId("q2");
    Destination away = new Destination.ToExtension("fallback", "1");
    floor.entry(
        new ContactEvent.Arrived(
            id, TestPlans.PBX, new LegId("c"), new LineId("line2"), 0, FloorScript.START_MS),
        new ContactEvent.Overflowed(id, full, away, ContactEvent.OverflowReason.QUEUE_FULL),
        new ContactEvent.Ended(id, full, Outcome.OVERFLOWED, 0, 0));
    assertEquals(1, floor.queue("q2").tally().offered());
    assertEquals(1, floor.queue("q2").tally().overflowed());
    assertEquals(1, floor.now().totals().tally().overflowed());
    assertTrue(floor.now().contacts().isEmpty());
  }

  @Test
  void who_finds_the_door_closed_was_offered_to_nobody_and_spoils_no_service_level() {
    ContactId id = new ContactId("c");
    QueueId shut = new QueueId("q2");
    Destination bye = new Destination.ToAnnouncement(List.of(new Prompt.Sound("turno/closed")));
    floor.entry(
        new ContactEvent.Arrived(
            id, TestPlans.PBX, new LegId("c"), new LineId("line2"), 0, FloorScript.START_MS),
        new ContactEvent.Overflowed(id, shut, bye, ContactEvent.OverflowReason.CLOSED),
        new ContactEvent.Ended(id, shut, Outcome.TURNED_AWAY, 0, 0));
    assertEquals(0, floor.queue("q2").tally().offered());
    assertEquals(0, floor.now().totals().tally().offered());
    assertEquals(1, floor.queue("q2").overflows().of(ContactEvent.OverflowReason.CLOSED));
    assertEquals(1, floor.now().totals().overflows().of(ContactEvent.OverflowReason.CLOSED));
    assertTrue(floor.now().contacts().isEmpty());
  }

  @Test
  void who_leaves_by_a_key_or_for_want_of_agents_is_told_apart_from_who_abandons() {
    ContactId id = new ContactId("c");
    QueueId queue = new QueueId("q2");
    floor.arrives("c", "q2");
    floor.entry(
        new ContactEvent.Overflowed(
            id,
            queue,
            new Destination.ToExtension("menu", "s"),
            ContactEvent.OverflowReason.EXIT_KEY),
        new ContactEvent.Ended(id, queue, Outcome.OVERFLOWED, 0, 0));
    assertEquals(1, floor.queue("q2").tally().offered());
    assertEquals(0, floor.queue("q2").tally().abandoned());
    assertEquals(1, floor.queue("q2").tally().overflowed());
    assertEquals(1, floor.queue("q2").overflows().of(ContactEvent.OverflowReason.EXIT_KEY));
  }

  @Test
  void a_contact_that_could_not_be_connected_waits_again_and_is_not_answered() {
    floor.signIn("a0").arrives("c", "q0").offered("c", "q0", "a0");
    OfferId offer = new OfferId("ca0");
    floor.entry(
        new OfferEvent.Accepted(offer, A0),
        new ContactEvent.Answered(new ContactId("c"), offer, A0));
    assertEquals(ContactState.CONNECTING, floor.now().contacts().getFirst().state());
    assertEquals(AgentState.TALKING, floor.agent("a0").state());
    floor.entry(new ContactEvent.Returned(new ContactId("c"), A0));
    assertEquals(ContactState.WAITING, floor.now().contacts().getFirst().state());
    assertEquals(1, floor.queue("q0").waiting());
    assertEquals(0, floor.queue("q0").tally().answered());
    assertEquals(AgentState.RELEASING, floor.agent("a0").state());
  }

  @Test
  void an_agent_has_one_state_and_a_time_in_it() {
    assertEquals(AgentState.SIGNED_OUT, floor.agent("a0").state());
    floor.at(10).signIn("a0");
    assertEquals(AgentState.AVAILABLE, floor.agent("a0").state());
    assertEquals(at(10), floor.agent("a0").sinceMs());
    floor.at(20).entry(new AgentEvent.PhoneChanged(A0, PhoneState.UNREACHABLE));
    assertEquals(AgentState.PHONE_UNREACHABLE, floor.agent("a0").state());
    floor.at(30).entry(new AgentEvent.PhoneChanged(A0, PhoneState.FREE));
    floor.at(40).arrives("c", "q0").offered("c", "q0", "a0");
    assertEquals(AgentState.RINGING, floor.agent("a0").state());
    floor.at(45).answers("c", "a0", 5);
    assertEquals(AgentState.TALKING, floor.agent("a0").state());
    assertEquals(new QueueId("q0"), floor.agent("a0").queue());
    assertEquals(new ContactId("c"), floor.agent("a0").contact());
    floor.at(50).entry(new AgentEvent.Paused(A0, "lunch", false));
    assertEquals(AgentState.TALKING, floor.agent("a0").state(), "the pause comes after the work");
    assertEquals("lunch", floor.agent("a0").pause());
    floor.at(60).hangsUp("c", "q0", "a0", 15);
    assertEquals(AgentState.WRAP_UP, floor.agent("a0").state());
    assertEquals(1, floor.agent("a0").handled());
    floor.at(70).wrapUpEnds("a0");
    assertEquals(AgentState.PAUSED, floor.agent("a0").state());
    assertEquals(at(70), floor.agent("a0").sinceMs());
    assertNull(floor.agent("a0").contact());
    floor.at(80).entry(new PbxEvent.Disconnected(TestPlans.PBX, "gone"));
    floor.entry(new AgentEvent.Resumed(A0));
    assertEquals(AgentState.PHONE_UNREACHABLE, floor.agent("a0").state(), "its PBX is away");
    assertFalse(floor.now().pbxs().getFirst().connected());
  }

  @Test
  void an_agent_row_of_a_protected_line_does_not_name_the_contact() {
    floor.signIn("a0").arrives("c", "q1").offered("c", "q1", "a0");
    assertTrue(floor.now().contacts().getFirst().protectedLine());
    assertEquals(new QueueId("q1"), floor.agent("a0").queue());
    assertNull(floor.agent("a0").contact());
  }

  @Test
  void a_new_day_counts_from_midnight_and_takes_the_waiting_along() {
    floor.signIn("a0");
    floor.at(10).arrives("gone", "q0").at(40).ends("gone", "q0", Outcome.ABANDONED, 30);
    double midnight = 12 * 3_600;
    floor.at(midnight - 60).arrives("waits", "q0");
    assertEquals(2, floor.queue("q0").tally().offered());
    floor.at(midnight + 1).entry();
    assertEquals(1, floor.queue("q0").tally().offered());
    assertEquals(0, floor.queue("q0").tally().abandoned());
    assertEquals(1, floor.queue("q0").waiting());
    assertEquals(at(midnight), floor.now().dayStartMs());
    assertEquals(61_000, floor.queue("q0").longestWaitMs(at(midnight + 1)));
    assertEquals(0.0, floor.queue("q0").staffing().occupancy(at(midnight + 1)).orElseThrow());
  }

  @Test
  void the_last_hour_is_kept_minute_by_minute() {
    floor.at(30).arrives("c", "q0");
    floor.at(150).ends("c", "q0", Outcome.ABANDONED, 120);
    floor.at(4_000).entry();
    var trend = floor.now().trend();
    assertEquals(60, trend.size());
    assertEquals(at(3_960), trend.getLast().timeMs());
    assertEquals(at(3_960 - 59 * 60), trend.getFirst().timeMs());
    assertEquals(0, trend.getLast().waiting());
    assertEquals(1, trend.getLast().tally().abandoned());
  }

  @Test
  void rows_that_did_not_change_are_the_same_objects() {
    floor.signIn("a0").arrives("c", "q0");
    FloorFigures before = floor.now();
    floor.arrives("d", "q1");
    FloorFigures after = floor.now();
    assertSame(before.queues().getFirst(), after.queues().getFirst());
    assertSame(before.agents().getFirst(), after.agents().getFirst());
    assertSame(before.contacts().getFirst(), after.contacts().getFirst());
  }

  @Test
  void places_follow_priority_and_then_age() {
    floor.at(1).arrives("old", "q0").at(2).arrives("young", "q0");
    floor
        .at(3)
        .entry(
            new ContactEvent.Arrived(
                new ContactId("urgent"),
                TestPlans.PBX,
                new LegId("u"),
                new LineId("line0"),
                5,
                at(3)),
            new ContactEvent.Queued(
                new ContactId("urgent"), new QueueId("q0"), Requirement.nothing()));
    Positions positions = Positions.in(floor.now(), at(4));
    assertEquals(1, positions.of(new ContactId("urgent")));
    assertEquals(2, positions.of(new ContactId("old")));
    assertEquals(3, positions.of(new ContactId("young")));
    assertEquals(0, positions.of(new ContactId("unknown")));
  }
}
