package org.turno.acd.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.turno.acd.explain.Floor.agent;
import static org.turno.acd.explain.Floor.line;
import static org.turno.acd.explain.Floor.plan;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.SupervisorInput;
import org.turno.acd.plan.AdmissionPolicy;
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.OfferPolicy;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RelaxationStep;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.ReservePlan;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.WrapUpPolicy;

/** Typical stories, word for word as a supervisor or an engineer reads them. */
final class StoryTest {
  private static final QueuePlan INFO = QueuePlan.of("info");

  private static QueuePlan queue(String id, String requirement, long maxWaitMs, Destination to) {
    return QueuePlan.of(id)
        .named("Queue " + id)
        .asking(Requirement.parse(requirement))
        .with(new OfferPolicy(15_000, 2, 5_000))
        .with(new WrapUpPolicy(30_000))
        .with(new AdmissionPolicy(maxWaitMs, 0, to));
  }

  private static QueuePlan queue(String id, String requirement) {
    return QueuePlan.of(id)
        .named("Queue " + id)
        .asking(requirement.isEmpty() ? Requirement.nothing() : Requirement.parse(requirement))
        .with(new OfferPolicy(15_000, 2, 5_000))
        .with(new WrapUpPolicy(30_000));
  }

  @Test
  void a_contact_waits_while_all_talk_and_gets_the_first_who_ends_the_wrap_up() {
    Floor floor =
        new Floor(
            plan(
                List.of(line("012", "info", 0)),
                List.of(queue("info", "general")),
                agent("ana", "general:60"),
                agent("bruno", "general:60"),
                agent("carmen", "general:60"),
                agent("diego", "social:50")));
    floor.signIn("ana", "bruno", "carmen", "diego");
    floor.busy("first", "012", "ana").after(40);
    floor.busy("second", "012", "bruno").after(20);
    floor.pause("carmen", "break").after(100);
    floor.call("before", "012").after(10);
    floor.call("caller", "012").after(12);
    floor.callerHangsUp("first", "ana").after(32.5);
    floor.answer("ana", 3.2).after(50);
    floor.callerHangsUp("second", "bruno").after(33);
    floor.answer("bruno", 2).after(184);
    floor.callerHangsUp("caller", "bruno");

    assertStory(floor, "all-talking");
  }

  @Test
  void the_agent_who_was_idle_longest_is_asked() {
    Floor floor =
        new Floor(
            plan(
                List.of(line("012", "info", 0)),
                List.of(INFO),
                agent("ana", ""),
                agent("bruno", ""),
                agent("carmen", ""),
                agent("diego", ""),
                agent("elena", "")));
    floor.signIn("ana").after(271).signIn("bruno").after(27).signIn("carmen").after(12);
    floor.signIn("diego").pause("diego", "coffee").signIn("elena");
    floor.phone("elena", PhoneState.UNREACHABLE).call("caller", "012").answer("ana", 4);

    assertStory(floor, "longest-idle");
  }

  @Test
  void nobody_with_the_skill_is_signed_in_until_one_comes() {
    Floor floor =
        new Floor(
            plan(
                List.of(line("012-fr", "french", 0)),
                List.of(INFO, queue("french", "general and lang.fr >= 40")),
                agent("ana", "general:60 lang.fr:30"),
                agent("bruno", "general:60"),
                agent("carmen", "lang.fr:90", "info"),
                agent("diego", "lang.fr:80 general:50")));
    floor.signIn("ana", "bruno", "carmen").after(60);
    floor.call("caller", "012-fr").after(95);
    floor.signIn("diego").answer("diego", 2.4);

    assertStory(floor, "skill-missing");
  }

  @Test
  void an_agent_who_does_not_answer_is_followed_by_another() {
    Floor floor =
        new Floor(
            plan(
                List.of(line("012", "info", 0)),
                List.of(INFO),
                agent("ana", ""),
                agent("bruno", "")));
    floor.signIn("ana", "bruno").after(30);
    floor.call("caller", "012").ring("ana").after(15);
    floor.ring("bruno").after(1.5).agentLegEnds("bruno", HangupReason.REJECTED).after(3);
    floor.agentLegEnds("ana", HangupReason.NO_ANSWER).after(7);
    floor.answer("ana", 2).after(61).agentLegEnds("ana", HangupReason.NORMAL);

    assertStory(floor, "ring-no-answer");
  }

  @Test
  void a_contact_of_higher_priority_overtakes() {
    RoutingPolicy ageing = new RoutingPolicy(AgentChoice.FEWEST_CONTACTS, 0, new Ageing(10_000, 3));
    Floor floor =
        new Floor(
            plan(
                List.of(line("012", "info", 0), line("016", "hotline", 50)),
                List.of(INFO.with(ageing), QueuePlan.of("hotline")),
                agent("ana", ""),
                agent("bruno", "")));
    floor.signIn("ana", "bruno").after(30);
    floor.busy("first", "012", "ana").busy("second", "012", "bruno").after(10);
    floor.call("caller", "012").after(20);
    floor.call("urgent", "016").after(15);
    floor.callerHangsUp("first", "ana").after(1).answer("ana", 1).after(60);
    floor.callerHangsUp("second", "bruno").answer("bruno", 3).after(30);
    floor.callerHangsUp("caller", "bruno");

    assertStory(floor, "overtaken");
  }

  @Test
  void a_caller_hangs_up_unserved() {
    Floor floor =
        new Floor(
            plan(
                List.of(line("012", "info", 0)),
                List.of(INFO),
                agent("ana", ""),
                agent("eva", "")));
    floor.signIn("ana").after(5).busy("first", "012", "ana").after(5);
    floor.call("before", "012").after(25).call("caller", "012").after(62.3);
    floor.callerHangsUp("caller", null);

    assertStory(floor, "abandoned");
  }

  @Test
  void a_contact_overflows_to_another_queue_and_then_to_the_pbx() {
    Floor floor =
        new Floor(
            plan(
                List.of(line("012", "info", 0)),
                List.of(
                    queue("info", "general", 20_000, new Destination.ToQueue(new QueueId("back"))),
                    queue("back", "any", 30_000, new Destination.ToExtension("fallback", "600"))),
                agent("ana", "general:60")));
    floor.call("caller", "012").after(60);

    assertStory(floor, "overflowed");
  }

  @Test
  void the_link_to_the_pbx_is_lost_and_comes_back_while_a_contact_waits() {
    Floor floor = new Floor(plan(List.of(line("012", "info", 0)), List.of(INFO), agent("ana", "")));
    floor.signIn("ana").busy("first", "012", "ana").call("caller", "012").after(10);
    floor.in(new PbxInput.LinkDown(Floor.PBX, "connection reset"));
    floor.after(8);
    floor.in(new PbxInput.Inventory(Floor.PBX, "test", List.of(), List.of(), List.of()));

    assertStory(floor, "link-lost");
  }

  @Test
  void a_contact_still_waits_after_the_configuration_changed() {
    Floor floor = new Floor(plan(List.of(line("012", "info", 0)), List.of(INFO), agent("ana", "")));
    floor.signIn("ana").pause("ana", "training").after(3).call("caller", "012").after(10);
    floor.in(
        new AdminInput.PlanLoaded(
            plan(
                List.of(line("012", "info", 0)),
                List.of(queue("info", "general >= 20")),
                agent("ana", "general:10"))));
    floor.after(10).signIn("ana");

    assertStory(floor, "still-waits");
  }

  @Test
  void a_reserve_keeps_free_agents_back_and_the_requirement_is_relaxed() {
    RoutingPolicy relaxed =
        new RoutingPolicy(
            AgentChoice.MOST_SKILLED,
            0,
            Ageing.NONE,
            List.of(
                new RelaxationStep(20_000, null, 5, List.of(new QueueId("social"))),
                new RelaxationStep(40_000, Requirement.parse("general"), 0, List.of())),
            false,
            false,
            0);
    Floor floor =
        new Floor(
            plan(
                    List.of(line("012", "info", 0), line("016", "hotline", 50)),
                    List.of(
                        queue("info", "general >= 50").with(relaxed),
                        queue("social", ""),
                        queue("hotline", "violence")),
                    agent("ana", "general:60 violence:80"),
                    agent("bruno", "general:70 violence:90"),
                    agent("carmen", "general:20"),
                    agent("diego", "general:30", "social"))
                .with(
                    List.of(
                        new ReservePlan(
                            "guards",
                            Requirement.parse("violence"),
                            2,
                            List.of(new QueueId("hotline"))))));
    floor.signIn("ana", "bruno", "carmen", "diego").after(26);
    floor.call("caller", "012", "ivr=35", "priority=1").after(15);
    floor.call("urgent", "016").answer("ana", 2).after(30);
    floor.answer("diego", 3).after(10).callerHangsUp("caller", "diego");

    assertStory(floor, "relaxed");
  }

  @Test
  void a_contact_that_goes_before_takes_over_an_offer() {
    Floor floor = takenOver();
    floor.agentLegEnds("ana", HangupReason.NORMAL).answer("ana", 2).after(20);
    floor.callerHangsUp("urgent", "ana").after(1).answer("ana", 1);

    assertStory(floor, "taken-over");
    for (Locale language : Words.LANGUAGES) {
      assertStory("took-over", language, floor.text("urgent", language));
    }
  }

  private static Floor takenOver() {
    RoutingPolicy urgent =
        new RoutingPolicy(AgentChoice.LONGEST_IDLE, 10, Ageing.NONE, List.of(), true, true, 0);
    Floor floor =
        new Floor(
            plan(
                List.of(line("012", "info", 0), line("016", "hotline", 50)),
                List.of(INFO, QueuePlan.of("hotline").with(urgent)),
                agent("ana", "")));
    return floor
        .signIn("ana")
        .after(9)
        .call("caller", "012")
        .ring("ana")
        .after(4)
        .call("urgent", "016");
  }

  @Test
  void a_contact_waits_for_the_agent_it_names_and_a_supervisor_moves_it() {
    RoutingPolicy named =
        new RoutingPolicy(AgentChoice.ROUND_ROBIN, 0, Ageing.NONE, List.of(), false, false, 30_000);
    Floor floor =
        new Floor(
            plan(
                List.of(line("012", "info", 0)),
                List.of(INFO.with(named), QueuePlan.of("back")),
                agent("ana", ""),
                agent("bruno", ""),
                agent("carmen", "")));
    floor.signIn("ana", "bruno", "carmen").busy("first", "012", "ana");
    floor.call("caller", "012", "agent=ana", "never=bruno").after(12);
    floor.pause("carmen", "coffee").pause("bruno", "coffee").call("other", "012").after(20);
    floor.in(new SupervisorInput.MoveTo(floor.contact("caller"), 2, "rosa"));
    floor.after(5);
    floor.in(new SupervisorInput.SetPriority(floor.contact("caller"), 9, "rosa"));
    floor.after(5);
    floor.in(
        new SupervisorInput.Withdraw(
            floor.contact("caller"), new Destination.ToQueue(new QueueId("back")), "rosa"));
    floor.after(5).ready("carmen");

    assertStory(floor, "named");
  }

  private static void assertStory(Floor floor, String name) {
    for (Locale language : Words.LANGUAGES) {
      assertStory(name, language, floor.text("caller", language));
    }
  }

  private static void assertStory(String name, Locale language, String told) {
    String file = "stories/" + name + "." + language + ".txt";
    told.lines().forEach(l -> assertTrue(l.length() <= 80, "more than 80 columns: " + l));
    assertEquals(expected(file), told, () -> file + " is no longer what is told:\n" + told);
  }

  private static String expected(String file) {
    try (InputStream in = StoryTest.class.getResourceAsStream(file)) {
      return in == null ? "" : new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }
}
