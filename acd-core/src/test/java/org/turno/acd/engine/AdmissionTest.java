package org.turno.acd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.turno.acd.contact.Contact;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.ContactEvent.OverflowReason;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.SupervisorInput;
import org.turno.acd.plan.Absence;
import org.turno.acd.plan.AdmissionPolicy;
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.EmptyPolicy;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RelaxationStep;
import org.turno.acd.plan.RoutingPolicy;

/** Queues that ask whether anybody is there. */
final class AdmissionTest {
  private static QueuePlan general(EmptyPolicy empty, Destination overflow) {
    return QueuePlan.of("general")
        .with(new AdmissionPolicy(0, 0, overflow, empty, new TreeMap<>()));
  }

  private static EmptyPolicy empty(
      @Nullable List<Absence> join, @Nullable List<Absence> leave, long maxMs, long newcomersMs) {
    return new EmptyPolicy(join, leave, maxMs, newcomersMs, List.of());
  }

  private static TestFloor floor(EmptyPolicy empty) {
    return new TestFloor()
        .queue(general(empty, new Destination.ToQueue(new QueueId("spare"))))
        .queue(QueuePlan.of("spare"))
        .agentOf("anna", "general")
        .agentOf("bea", "general")
        .open();
  }

  private static String queueOf(TestFloor floor, String caller) {
    Contact contact = floor.state().findContact(floor.contact(caller));
    QueueId queue = contact == null ? null : contact.queue();
    return queue == null ? "none" : queue.value();
  }

  private static void pauses(TestFloor floor, String agent) {
    floor.in(new DeskInput.Pause(new AgentId(agent), "lunch"));
  }

  @Test
  void callers_do_not_come_in_while_nobody_is_signed_in() {
    TestFloor floor = floor(empty(List.of(), null, 0, 0));
    floor.call("one", "general");
    assertEquals("spare", queueOf(floor, "one"));
    floor.signIn("anna");
    floor.call("two", "general");
    assertEquals("general", queueOf(floor, "two"));
    floor.replays();
  }

  @Test
  void each_condition_counts_only_where_the_queue_names_it() {
    TestFloor lenient = floor(empty(List.of(Absence.UNAVAILABLE), null, 0, 0));
    lenient.signIn("anna");
    pauses(lenient, "anna");
    lenient.call("one", "general");
    assertEquals("general", queueOf(lenient, "one"));
    TestFloor strict = floor(empty(List.of(Absence.PAUSED), null, 0, 0));
    strict.signIn("anna");
    pauses(strict, "anna");
    strict.call("one", "general");
    assertEquals("spare", queueOf(strict, "one"));
  }

  @Test
  void who_waits_leaves_when_the_last_agent_goes_into_a_pause() {
    TestFloor floor = floor(empty(null, List.of(Absence.PAUSED), 0, 0));
    floor.signIn("anna", "bea");
    floor.call("one", "general");
    floor.call("two", "general");
    floor.call("three", "general");
    assertEquals("general", queueOf(floor, "three"), "both are asked, and there");
    floor.answer("anna");
    floor.answer("bea");
    pauses(floor, "anna");
    assertEquals("general", queueOf(floor, "three"), "bea is there");
    pauses(floor, "bea");
    assertEquals("spare", queueOf(floor, "three"));
    floor.replays();
  }

  @Test
  void a_phone_that_loses_its_registration_is_nobody_where_the_queue_says_so() {
    TestFloor floor = floor(empty(null, List.of(Absence.UNAVAILABLE), 0, 0));
    floor.signIn("anna");
    floor.call("one", "general");
    floor.answer("anna");
    floor.call("two", "general");
    floor.in(
        new PbxInput.PhoneChanged(
            TestFloor.PBX, new PhoneId(TestFloor.PBX, "PJSIP/anna"), PhoneState.UNREACHABLE));
    assertEquals("spare", queueOf(floor, "two"));
  }

  @Test
  void without_agents_callers_wait_for_so_long_and_newcomers_for_less() {
    TestFloor floor = floor(empty(null, null, 60_000, 5_000));
    floor.signIn("anna");
    pauses(floor, "anna");
    floor.call("one", "general");
    floor.pass(100);
    assertEquals("general", queueOf(floor, "one"), "anna is signed in");
    floor.in(new DeskInput.SignOut(new AgentId("anna")));
    floor.pass(58);
    floor.call("two", "general");
    assertEquals("general", queueOf(floor, "one"));
    floor.pass(2);
    assertEquals("spare", queueOf(floor, "one"));
    assertEquals("general", queueOf(floor, "two"), "came late, and waits its five seconds");
    floor.pass(4);
    assertEquals("spare", queueOf(floor, "two"));
    floor.call("three", "general");
    floor.pass(4);
    floor.signIn("anna");
    floor.pass(30);
    assertEquals("general", queueOf(floor, "three"), "somebody came in time");
    floor.replays();
  }

  @Test
  void an_agent_who_could_serve_after_a_later_step_counts_unless_penalties_do() {
    for (boolean penalty : List.of(true, false)) {
      List<Absence> rule = penalty ? List.of(Absence.PENALTY) : List.of();
      QueuePlan queue =
          general(empty(rule, null, 0, 0), new Destination.ToQueue(new QueueId("spare")));
      TestFloor floor =
          new TestFloor()
              .queue(
                  queue.with(
                      new RoutingPolicy(
                          AgentChoice.LONGEST_IDLE,
                          0,
                          Ageing.NONE,
                          List.of(
                              new RelaxationStep(20_000, null, 0, List.of(new QueueId("spare")))),
                          false,
                          false,
                          0)))
              .queue(QueuePlan.of("spare"))
              .agentOf("olga", "spare")
              .open();
      floor.signIn("olga");
      pauses(floor, "olga");
      floor.call("one", "general");
      assertEquals(penalty ? "spare" : "general", queueOf(floor, "one"));
    }
  }

  @Test
  void an_announcement_ends_the_call_but_never_one_of_a_protected_line() {
    Destination sorry = new Destination.ToAnnouncement(List.of(new Prompt.Sound("turno/sorry")));
    TestFloor floor =
        new TestFloor()
            .queue(general(empty(List.of(), null, 0, 0), sorry))
            .protectedQueue(QueuePlan.of("women"))
            .open();
    floor.call("one", "general");
    assertEquals("none", queueOf(floor, "one"));
    List<String> asked =
        floor.state().outstanding().stream().map(e -> e.getClass().getSimpleName()).toList();
    assertEquals(List.of("Park", "Announce"), asked, "kept first, or nothing would be heard");
    floor.call("two", "women");
    floor.in(
        new SupervisorInput.Withdraw(
            floor.contact("two"), new Destination.ToQueue(new QueueId("general")), "eva"));
    assertEquals("general", queueOf(floor, "two"), "kept, though nobody is there");
    assertTrue(
        floor.state().outstanding().stream()
            .noneMatch(e -> e instanceof Effect.Announce a && a.leg().value().equals("two")));
    floor.replays();
  }

  @Test
  void another_line_gives_its_queue_and_its_requirement_and_takes_nothing_of_age() {
    TestFloor floor =
        new TestFloor()
            .queue(
                general(empty(List.of(), null, 0, 0), new Destination.ToLine(new LineId("spare"))))
            .queue(QueuePlan.of("spare"))
            .open();
    floor.call("one", "general");
    Contact contact = floor.state().findContact(floor.contact("one"));
    assertEquals("spare", queueOf(floor, "one"));
    assertEquals(new LineId("spare"), contact == null ? null : contact.asLine());
    assertEquals(new LineId("general"), contact == null ? null : contact.line());
    assertTrue(floor.overflowedBy(OverflowReason.JOIN_EMPTY));
    floor.replays();
  }
}
