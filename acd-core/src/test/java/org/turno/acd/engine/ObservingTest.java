package org.turno.acd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.Event;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.Input;
import org.turno.acd.input.ObservedInput;
import org.turno.acd.input.ObservedInput.ObservedCaller;
import org.turno.acd.input.ObservedInput.ObservedPhone;
import org.turno.acd.input.ObservedInput.ObservedQueue;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ObservedAgent;
import org.turno.acd.plan.ObservedEnd;
import org.turno.acd.plan.ObservedPlan;
import org.turno.acd.plan.ObservedQueuePlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;

/** What the core makes of a PBX's own queues, told as stories. Times are seconds. */
final class ObservingTest {
  private static final PbxId OLD = new PbxId("old");
  private static final String ANNA = "PJSIP/1001";
  private static final String BEA = "PJSIP/1002";
  private static final LegId CALL = new LegId("call.1");

  private final AcdCore core = new AcdCore(new AcdState());
  private final List<ObservedEvent> seen = new ArrayList<>();
  private long seq;
  private long timeMs = 1_000_000_000;

  ObservingTest() {
    tell(new AdminInput.JournalStarted("test"));
    tell(new AdminInput.PlanLoaded(looking(List.of())));
    tell(inventory(List.of(), false));
    seen.clear();
  }

  private static FloorPlan looking(List<ObservedQueuePlan> queues) {
    return FloorPlan.EMPTY.observing(
        List.of(new ObservedPlan(OLD, ObservedPlan.Kind.APP_QUEUE, queues)));
  }

  private static ObservedInput.Inventory inventory(List<ObservedCaller> callers, boolean inCall) {
    List<ObservedAgent> agents =
        Stream.of(ANNA, BEA)
            .map(agent -> new ObservedAgent(agent, new PhoneId(OLD, agent), agent, false, ""))
            .toList();
    List<ObservedPhone> phones =
        Stream.of(ANNA, BEA)
            .map(agent -> new ObservedPhone(agent, PhoneState.FREE, false, inCall))
            .toList();
    return new ObservedInput.Inventory(
        OLD, List.of(new ObservedQueue("sales", 20_000, callers, agents)), phones);
  }

  private Entry tell(Input input) {
    Entry entry = core.decide(++seq, timeMs, input);
    for (Event event : entry.events()) {
      if (event instanceof ObservedEvent one) {
        seen.add(one);
      }
    }
    assertTrue(entry.effects().isEmpty(), "who looks on asks for nothing: " + entry);
    return entry;
  }

  private ObservingTest at(double seconds) {
    timeMs = 1_000_000_000 + Math.round(seconds * 1_000);
    return this;
  }

  private ObservedEvent.Ended ended() {
    return seen.stream()
        .filter(ObservedEvent.Ended.class::isInstance)
        .map(ObservedEvent.Ended.class::cast)
        .reduce((one, next) -> next)
        .orElseThrow();
  }

  private List<String> kinds() {
    return seen.stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  private void joined() {
    tell(new ObservedInput.CallerJoined(OLD, "sales", CALL));
  }

  private void rung(String agent) {
    tell(new ObservedInput.AgentRung(OLD, "sales", CALL, agent));
  }

  private void connected(String agent) {
    tell(new ObservedInput.Connected(OLD, "sales", CALL, agent, 0));
  }

  private void completed(String agent, long waitS, long talkS) {
    tell(
        new ObservedInput.Completed(
            OLD, "sales", CALL, agent, waitS * 1_000, talkS * 1_000, ObservedEnd.CALLER));
  }

  @Test
  void a_call_that_is_answered_has_its_wait_and_its_conversation_by_turnos_own_clock() {
    at(0).joined();
    at(5).rung(ANNA);
    at(9).tell(new ObservedInput.RingEnded(OLD, "sales", CALL, ANNA));
    at(10).rung(BEA);
    at(12.5).tell(new ObservedInput.CallerLeft(OLD, "sales", CALL));
    connected(BEA);
    at(72.5).completed(BEA, 12, 60);
    assertEquals(
        List.of("Arrived", "Rung", "RingEnded", "Rung", "Leaving", "Answered", "Ended"), kinds());
    assertEquals(12_500, ended().waitMs());
    assertEquals(60_000, ended().talkMs());
    assertEquals(BEA, ended().agent());
    assertEquals(ObservedEnd.CALLER, ended().by());
  }

  @Test
  void who_hangs_up_has_abandoned_and_with_whom_the_dialplan_goes_on_has_overflowed() {
    at(0).joined();
    at(7).tell(new ObservedInput.CallerAbandoned(OLD, "sales", CALL, true));
    assertEquals(Outcome.ABANDONED, ended().outcome());
    at(8).joined();
    at(38).tell(new ObservedInput.CallerAbandoned(OLD, "sales", CALL, false));
    assertEquals(Outcome.OVERFLOWED, ended().outcome());
    assertEquals(30_000, ended().waitMs());
  }

  @Test
  void reports_that_come_twice_count_once() {
    at(0).joined();
    joined();
    rung(ANNA);
    rung(ANNA);
    connected(ANNA);
    connected(ANNA);
    at(60).completed(ANNA, 0, 60);
    completed(ANNA, 0, 60);
    tell(new ObservedInput.CallerAbandoned(OLD, "sales", CALL, true));
    assertEquals(List.of("Arrived", "Rung", "Answered", "Ended"), kinds());
  }

  @Test
  void a_conversation_whose_beginning_was_not_told_is_counted_whole() {
    at(100).completed(ANNA, 15, 60);
    assertEquals(List.of("Arrived", "Answered", "Ended"), kinds());
    assertEquals(15_000, ended().waitMs());
    assertEquals(60_000, ended().talkMs());
  }

  @Test
  void an_agent_who_is_connected_again_has_ended_the_conversation_before() {
    at(0).joined();
    connected(ANNA);
    LegId other = new LegId("call.2");
    at(30).tell(new ObservedInput.CallerJoined(OLD, "sales", other));
    at(31).tell(new ObservedInput.Connected(OLD, "sales", other, ANNA, 0));
    assertEquals(31_000, ended().talkMs());
    assertEquals(ObservedEnd.UNKNOWN, ended().by());
    assertEquals(1, core.state().observed().pbx(OLD).contacts().size());
  }

  @Test
  void who_leaves_while_a_phone_rings_and_is_never_connected_has_overflowed() {
    at(0).joined();
    rung(ANNA);
    at(4).tell(new ObservedInput.CallerLeft(OLD, "sales", CALL));
    timeMs = java.util.Objects.requireNonNull(core.state().nextDeadlineMs());
    Timers.Timer due = java.util.Objects.requireNonNull(core.state().timers().first());
    tell(new org.turno.acd.input.TimerExpired(due.id, due.deadlineMs()));
    assertEquals(Outcome.OVERFLOWED, ended().outcome());
    assertEquals(4_000, ended().waitMs());
  }

  @Test
  void after_a_lost_link_who_waits_keeps_the_age_and_who_is_gone_is_lost() {
    at(0).joined();
    LegId gone = new LegId("call.2");
    tell(new ObservedInput.CallerJoined(OLD, "sales", gone));
    at(10).tell(new ObservedInput.LinkDown(OLD, "test"));
    LegId found = new LegId("call.3");
    at(40)
        .tell(
            inventory(
                List.of(new ObservedCaller(CALL, 39_000), new ObservedCaller(found, 12_000)),
                false));
    assertEquals(Outcome.LOST, ended().outcome());
    assertEquals(
        List.of(1_000_000_000L, 1_000_028_000L),
        core.state().observed().pbx(OLD).contacts().stream().map(c -> c.arrivedMs()).toList());
  }

  @Test
  void a_conversation_that_ended_unseen_ended_when_sight_was_lost() {
    at(0).joined();
    connected(ANNA);
    at(50).tell(new ObservedInput.LinkDown(OLD, "test"));
    at(500).tell(inventory(List.of(), false));
    assertEquals(Outcome.SERVED, ended().outcome());
    assertEquals(50_000, ended().talkMs());
  }

  @Test
  void a_conversation_that_outlasts_a_lost_link_goes_on() {
    at(0).joined();
    connected(ANNA);
    at(50).tell(new ObservedInput.LinkDown(OLD, "test"));
    at(55).tell(inventory(List.of(), true));
    at(100).completed(ANNA, 0, 100);
    assertEquals(100_000, ended().talkMs());
  }

  @Test
  void a_configuration_that_looks_no_longer_ends_what_was_seen() {
    at(0).joined();
    at(3).tell(new AdminInput.PlanLoaded(FloorPlan.EMPTY.observing(List.of())));
    assertEquals(Outcome.LOST, ended().outcome());
    assertEquals("QueueGone", kinds().getLast());
    tell(new ObservedInput.CallerJoined(OLD, "sales", new LegId("call.9")));
    assertEquals("QueueGone", kinds().getLast(), "nothing is heard any more");
  }

  @Test
  void only_the_queues_that_are_configured_are_looked_at() {
    tell(new AdminInput.PlanLoaded(looking(List.of(ObservedQueuePlan.of("help")))));
    at(1).tell(inventory(List.of(new ObservedCaller(CALL, 0)), false));
    assertTrue(core.state().observed().pbx(OLD).queues().isEmpty());
    assertTrue(core.state().observed().pbx(OLD).contacts().isEmpty());
  }
}
