package org.turno.acd.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.turno.acd.agent.AgentState;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.ReservePlan;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.WrapUpPolicy;

/** The protected line among the others: reserve, take-over, interrupted wrap-up. */
class PrecedenceTest {
  private static final RoutingPolicy PRECEDENCE =
      new RoutingPolicy(AgentChoice.LONGEST_IDLE, 10, Ageing.NONE, List.of(), true, true, 0);

  private final TestFloor floor = new TestFloor();

  @AfterEach
  void replays() {
    floor.replays();
  }

  private void floor(int keep) {
    QueuePlan general = QueuePlan.of("general");
    QueuePlan women = QueuePlan.of("women").with(PRECEDENCE);
    floor
        .queue(withWrapUp(general))
        .queue(withWrapUp(women))
        .agent("anna", "violence=80")
        .agent("bea", "violence=60")
        .agent("carla", "");
    if (keep > 0) {
      floor.reserve(
          new ReservePlan(
              "women", Requirement.parse("violence"), keep, List.of(new QueueId("women"))));
    }
    floor.open();
    floor.signIn("anna", "bea", "carla");
  }

  private static QueuePlan withWrapUp(QueuePlan q) {
    return q.asking(
            q.id().value().equals("women") ? Requirement.parse("violence >= 50") : q.requirement())
        .with(new WrapUpPolicy(30_000));
  }

  @Test
  void a_reserve_keeps_agents_back_from_other_queues_and_gives_them_to_its_own() {
    floor(1);
    floor.call("a", "general");
    floor.expectOffer("a", "anna"); // longest idle, and bea stays free
    floor.call("b", "general");
    floor.expectOffer("b", "carla"); // bea is the reserve
    floor.call("c", "general");
    floor.expectOffer("c", "nobody");
    floor.call("w", "women");
    floor.expectOffer("w", "bea");
  }

  @Test
  void a_reserve_that_is_whole_again_lets_the_others_go() {
    floor(1);
    floor.call("a", "general");
    floor.answer("anna");
    floor.call("b", "general");
    floor.call("c", "general");
    floor.expectOffer("c", "nobody");
    floor.hangUp("a");
    floor.pass(30); // wrap-up ends: anna and bea are free, one of them may go
    floor.expectOffer("c", "bea");
    assertEquals(AgentState.AVAILABLE, floor.state().agentState(new AgentId("anna")));
  }

  @Test
  void a_protected_contact_takes_an_agent_who_still_rings_for_a_lesser_one() {
    floor(0);
    floor.call("a", "general");
    floor.call("b", "general");
    floor.call("c", "general");
    floor.answer("bea");
    floor.expectOffer("a", "anna");
    floor.call("w", "women");
    assertTrue(floor.failedBy(OfferEvent.Why.TAKEN_OVER));
    floor.expectOffer("a", "nobody");
    floor.legEndedOf("anna");
    floor.expectOffer("w", "anna");
    floor.answer("carla");
    floor.hangUp("c");
    floor.pass(30);
    floor.expectOffer("a", "carla"); // the lesser one kept its place
  }

  @Test
  void a_conversation_is_never_torn_down() {
    floor(0);
    floor.call("a", "general");
    floor.call("b", "general");
    floor.call("c", "general");
    floor.answer("anna");
    floor.answer("bea");
    floor.call("w", "women");
    floor.expectOffer("w", "nobody");
    assertEquals(AgentState.TALKING, floor.state().agentState(new AgentId("anna")));
    assertFalse(floor.failedBy(OfferEvent.Why.TAKEN_OVER)); // carla may not serve it
  }

  @Test
  void a_protected_contact_interrupts_the_wrap_up_of_lesser_work_only() {
    floor(0);
    floor.call("a", "general");
    floor.answer("anna");
    floor.hangUp("a");
    floor.call("w1", "women"); // bea is free
    floor.answer("bea");
    floor.call("w2", "women");
    floor.expectOffer("w2", "anna");
    assertEquals(1, floor.count(AgentEvent.WrapUpInterrupted.class));
    floor.answer("anna");
    floor.hangUp("w1");
    floor.call("w3", "women"); // bea wraps up a protected contact
    floor.expectOffer("w3", "nobody");
    assertEquals(AgentState.WRAP_UP, floor.state().agentState(new AgentId("bea")));
  }
}
