package org.turno.acd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.SupervisorInput;
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RelaxationStep;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.WrapUpPolicy;

/** What changes about a contact while it waits. */
class RelaxationTest {
  private final TestFloor floor = new TestFloor();

  @AfterEach
  void replays() {
    floor.replays();
  }

  private static RoutingPolicy policy(RelaxationStep... steps) {
    return new RoutingPolicy(
        AgentChoice.LONGEST_IDLE, 0, Ageing.NONE, List.of(steps), false, false, 20_000);
  }

  private static RelaxationStep ask(long afterS, String requirement) {
    return new RelaxationStep(afterS * 1000, Requirement.parse(requirement), 0, List.of());
  }

  private static QueuePlan asking(String id, String requirement, RoutingPolicy routing) {
    QueuePlan q = QueuePlan.of(id);
    return q.asking(Requirement.parse(requirement))
        .with(q.offers().pausingAfter(3))
        .with(WrapUpPolicy.NONE)
        .with(routing);
  }

  @Test
  void a_step_is_taken_at_its_time_and_the_place_is_kept() {
    floor
        .queue(asking("q", "es >= 50", policy(ask(10, "es >= 20"))))
        .agent("expert", "es=90")
        .agent("learner", "es=30")
        .open();
    floor.signIn("expert", "learner");
    floor.call("first", "q");
    floor.answer("expert");
    floor.call("second", "q");
    floor.pass(1);
    floor.call("third", "q");
    floor.pass(8.5);
    floor.expectOffer("second", "nobody");
    floor.pass(1);
    floor.expectOffer("second", "learner");
    floor.expectOffer("third", "nobody");
  }

  @Test
  void a_step_is_skipped_at_once_when_nobody_signed_in_could_match() {
    floor
        .queue(asking("q", "fr", policy(ask(10, "en"), ask(20, "es"))))
        .agent("anna", "es=90")
        .open();
    floor.signIn("anna");
    floor.call("caller", "q");
    floor.expectOffer("caller", "anna");
  }

  @Test
  void the_last_one_who_could_match_goes_and_the_contact_asks_for_less_at_once() {
    floor
        .queue(asking("q", "fr", policy(ask(60, "es"))))
        .agent("jeanne", "fr=90")
        .agent("anna", "es=90")
        .open();
    floor.signIn("jeanne", "anna");
    floor.in(new DeskInput.Pause(new AgentId("jeanne"), "lunch"));
    floor.call("caller", "q");
    floor.expectOffer("caller", "nobody"); // jeanne may come back
    floor.in(new DeskInput.SignOut(new AgentId("jeanne")));
    floor.expectOffer("caller", "anna");
    assertEquals(1, floor.count(ContactEvent.Relaxed.class));
  }

  @Test
  void steps_add_queues_and_priority() {
    RelaxationStep step = new RelaxationStep(10_000, null, 5, List.of(new QueueId("more")));
    floor.queue(asking("q", "", policy(step))).queue(QueuePlan.of("more"));
    floor.agentOf("anna", "q").agentOf("bea", "more").open();
    floor.signIn("anna", "bea");
    floor.call("first", "q");
    floor.answer("anna");
    floor.call("second", "q");
    floor.expectOffer("second", "nobody");
    floor.pass(10);
    floor.expectOffer("second", "bea");
    assertEquals(
        5,
        floor.state().contacts().stream()
            .filter(c -> c.relaxed() == 1)
            .findFirst()
            .orElseThrow()
            .priority());
  }

  @Test
  void whom_the_call_excludes_and_who_is_about_to_go_are_no_reason_to_wait_for_a_step() {
    floor
        .queue(asking("q", "fr", policy(ask(60, "es"))))
        .agent("jeanne", "fr=90")
        .agent("marie", "fr=90")
        .agent("anna", "es=90")
        .open();
    floor.signIn("jeanne", "marie", "anna");
    floor.call("first", "q");
    floor.answer("jeanne");
    floor.in(new DeskInput.Pause(new AgentId("marie"), "lunch"));
    floor.call("caller", "q", CallWishes.read(List.of("never=marie")).wishes());
    floor.expectOffer("caller", "nobody"); // jeanne may yet come
    floor.in(new DeskInput.SignOut(new AgentId("jeanne")));
    floor.expectOffer("caller", "anna");
  }

  @Test
  void steps_that_begin_anew_do_not_raise_the_priority_twice() {
    RelaxationStep five = new RelaxationStep(10_000, null, 5, List.of());
    RelaxationStep three = new RelaxationStep(20_000, null, 3, List.of());
    floor.queue(asking("q", "fr", policy(five))).agent("jeanne", "fr=90").open();
    floor.signIn("jeanne");
    floor.in(new DeskInput.Pause(new AgentId("jeanne"), "lunch"));
    ContactId caller = floor.call("caller", "q");
    floor.pass(15);
    floor.in(new SupervisorInput.SetPriority(caller, 7, "eva"));
    floor.replaceQueue(asking("q", "fr", policy(five, three)));
    assertEquals(7, floor.state().contact(caller).priority());
    floor.pass(10);
    assertEquals(10, floor.state().contact(caller).priority());
  }

  @Test
  void a_changed_configuration_applies_to_who_waits_already() {
    floor.queue(asking("q", "fr", policy())).agent("anna", "es=90").open();
    floor.signIn("anna");
    floor.call("caller", "q");
    floor.expectOffer("caller", "nobody");
    floor.replaceQueue(asking("q", "fr", policy(ask(0, "es"))));
    floor.expectOffer("caller", "anna");
  }

  @Test
  void a_named_agent_is_waited_for_and_then_given_up() {
    floor.queue(asking("q", "", policy())).agent("anna", "").agent("bea", "").open();
    floor.signIn("anna", "bea");
    floor.call("busy", "q");
    floor.answer("anna");
    CallWishes wish = CallWishes.read(List.of("agent=anna")).wishes();
    floor.call("fan", "q", wish);
    floor.expectOffer("fan", "nobody");
    floor.call("other", "q");
    floor.expectOffer("other", "bea");
    floor.pass(5);
    floor.hangUp("busy");
    floor.expectOffer("fan", "anna");
  }

  @Test
  void a_named_agent_whose_answer_came_to_nothing_is_given_up_in_time() {
    floor.queue(asking("q", "", policy())).agent("anna", "").agent("bea", "").open();
    floor.signIn("anna", "bea");
    floor.call("fan", "q", CallWishes.read(List.of("agent=anna")).wishes());
    floor.pass(5);
    LegId leg = floor.state().agent(new AgentId("anna")).leg();
    assertNotNull(leg);
    floor.in(new PbxInput.LegAnswered(TestFloor.PBX, leg));
    floor.legEndedOf("anna");
    floor.in(new DeskInput.Pause(new AgentId("anna"), "coffee", 0));
    floor.expectOffer("fan", "nobody");
    floor.pass(16);
    floor.expectOffer("fan", "bea");
  }

  @Test
  void a_named_agent_who_is_not_at_work_is_not_waited_for() {
    floor.queue(asking("q", "", policy())).agent("anna", "").agent("bea", "").open();
    floor.signIn("bea");
    floor.call("fan", "q", CallWishes.read(List.of("agent=anna")).wishes());
    floor.expectOffer("fan", "bea");
  }

  @Test
  void a_named_agent_who_goes_is_no_longer_waited_for() {
    floor.queue(asking("q", "", policy())).agent("anna", "").agent("bea", "").open();
    floor.signIn("anna", "bea");
    floor.call("busy", "q");
    floor.answer("anna");
    floor.call("fan", "q", CallWishes.read(List.of("agent=anna")).wishes());
    floor.expectOffer("fan", "nobody");
    floor.in(new DeskInput.SignOut(new AgentId("anna")));
    floor.expectOffer("fan", "bea");
  }

  @Test
  void a_vetoed_agent_never_gets_the_contact() {
    floor.queue(asking("q", "", policy())).agent("anna", "").agent("bea", "").open();
    floor.signIn("anna");
    floor.call("caller", "q", CallWishes.read(List.of("never=anna")).wishes());
    floor.expectOffer("caller", "nobody");
    floor.signIn("bea");
    floor.expectOffer("caller", "bea");
  }

  @Test
  void a_supervisor_changes_priority_and_place() {
    floor.queue(asking("q", "", policy())).agent("anna", "").open();
    floor.call("a", "q");
    floor.call("b", "q");
    floor.call("c", "q");
    floor.call("d", "q");
    floor.in(new SupervisorInput.MoveTo(floor.contact("d"), 2, "eva"));
    floor.in(new SupervisorInput.SetPriority(floor.contact("c"), 9, "eva"));
    StringBuilder order = new StringBuilder();
    floor.signIn("anna");
    for (int i = 0; i < 4; i++) {
      for (String caller : List.of("a", "b", "c", "d")) {
        if (floor.offeredTo(caller).equals("anna")) {
          order.append(caller);
          floor.answer("anna");
          floor.hangUp(caller);
          break;
        }
      }
    }
    assertEquals("cadb", order.toString());
  }

  @Test
  void time_in_the_menu_counts_as_age() {
    floor.queue(asking("q", "", policy())).agent("anna", "").open();
    floor.call("early", "q");
    floor.pass(5);
    floor.call("longInMenu", "q", CallWishes.read(List.of("ivr=60")).wishes());
    floor.signIn("anna");
    floor.expectOffer("longInMenu", "anna");
  }

  @Test
  void the_dialplan_may_give_a_call_its_position_but_never_before_a_higher_priority() {
    floor.queue(asking("q", "", policy())).agent("anna", "").open();
    floor.call("urgent", "q", CallWishes.read(List.of("priority=5")).wishes());
    floor.call("first", "q");
    floor.call("second", "q");
    floor.call("inserted", "q", CallWishes.read(List.of("position=2")).wishes());
    floor.call("last", "q", CallWishes.read(List.of("position=99")).wishes());
    floor.signIn("anna");
    for (String next : List.of("urgent", "first", "inserted", "second", "last")) {
      floor.expectOffer(next, "anna");
      floor.answer("anna");
      floor.hangUp(next);
    }
  }

  @Test
  void a_word_of_the_dialplan_that_cannot_be_read_is_named_and_left_out() {
    CallWishes.Read read =
        CallWishes.read(List.of("priority=high", "ivr=3", "color=red", "position=0"));
    assertEquals(3000, read.wishes().ivrMs());
    assertEquals(3, read.problems().size());
  }
}
