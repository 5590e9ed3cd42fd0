package org.turno.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ObservedAgent;
import org.turno.acd.plan.ObservedEnd;
import org.turno.acd.plan.ObservedPlan;
import org.turno.acd.plan.ObservedQueuePlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;

/** What supervisors read of a PBX's own queues beside Turno's. */
final class ObservedFiguresTest {
  private static final PbxId PBX = TestPlans.PBX;
  private static final QueueId SALES = ObservedPlan.queueId(PBX, "sales");
  private static final ContactId CALL = new ContactId("c-old");

  private final FloorScript floor = new FloorScript();

  ObservedFiguresTest() {
    floor.entry(new SystemEvent.PlanApplied(TestPlans.floor(3, 4).observing(List.of(plan()))));
    floor.entry(
        new ObservedEvent.Sighted(PBX), new ObservedEvent.QueueFound(PBX, SALES, "sales", 30_000));
  }

  private static ObservedPlan plan(ObservedQueuePlan... queues) {
    return new ObservedPlan(PBX, ObservedPlan.Kind.APP_QUEUE, List.of(queues));
  }

  private static ObservedEvent placed(String phone, boolean paused) {
    return new ObservedEvent.AgentPlaced(
        PBX,
        SALES,
        new ObservedAgent(
            phone, new PhoneId(PBX, phone), "As " + phone, paused, paused ? "lunch" : ""));
  }

  private void arrives() {
    floor.entry(
        new ObservedEvent.Arrived(PBX, CALL, SALES, new LegId("1.2"), FloorScript.START_MS));
  }

  private QueueFigures sales() {
    return floor.now().queues().stream()
        .filter(q -> q.id().equals(SALES))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_observed_call_counts_as_any_other_in_its_queue_and_in_the_totals() {
    floor.entry(placed("PJSIP/77", false));
    arrives();
    floor.at(4).entry(new ObservedEvent.Rung(PBX, CALL, "PJSIP/77"));
    assertEquals(1, sales().figures().ringing());
    assertEquals(AgentState.RINGING, floor.agent("PJSIP/77@pbx").state());
    floor.at(9).entry(new ObservedEvent.Answered(PBX, CALL, "PJSIP/77", 9_000));
    assertEquals(AgentState.TALKING, floor.agent("PJSIP/77@pbx").state());
    floor
        .at(69)
        .entry(
            new ObservedEvent.Ended(
                PBX, CALL, SALES, Outcome.SERVED, 9_000, 60_000, "PJSIP/77", ObservedEnd.AGENT));
    Tally tally = sales().figures().tally();
    assertEquals(1, tally.answeredInTime());
    assertEquals(60_000, tally.ahtMs().orElseThrow());
    assertEquals(tally, floor.now().totals().tally());
    assertEquals(1, floor.agent("PJSIP/77@pbx").handled());
    assertEquals(AgentState.AVAILABLE, floor.agent("PJSIP/77@pbx").state());
    assertEquals("As PJSIP/77", floor.agent("PJSIP/77@pbx").alias());
  }

  @Test
  void it_is_marked_as_observed_and_says_since_when_it_is_out_of_sight() {
    assertTrue(sales().observed() != null && sales().observed().connected());
    floor.at(30).entry(new ObservedEvent.SightLost(PBX, "test"));
    ObservedSource source = floor.now().observed().getFirst();
    assertEquals(source, sales().observed());
    assertFalse(source.connected());
    assertEquals(FloorScript.START_MS + 30_000, source.sinceMs());
    assertNull(floor.now().queues().getFirst().observed());
  }

  @Test
  void it_is_measured_by_the_pbx_unless_the_configuration_says_otherwise() {
    assertEquals(30_000, sales().targetMs());
    floor.entry(
        new SystemEvent.PlanApplied(
            TestPlans.floor(3, 4)
                .observing(
                    List.of(plan(new ObservedQueuePlan("sales", "Ventas", 10_000, 3_000))))));
    assertEquals("Ventas", sales().name());
    assertEquals(10_000, sales().targetMs());
    assertEquals(3_000, sales().shortAbandonMs());
  }

  @Test
  void an_agent_of_both_is_shown_in_one_row_and_once_in_the_totals() {
    int before = floor.now().agents().size();
    floor.entry(placed("100", false)); // the phone of a0
    assertEquals(before, floor.now().agents().size());
    assertEquals(PBX, floor.agent("a0").observed(), "not signed in with Turno");
    assertEquals(AgentState.AVAILABLE, floor.agent("a0").state());
    assertEquals("Alias 0", floor.agent("a0").alias());
    floor.signIn("a0");
    assertNull(floor.agent("a0").observed());
    arrives();
    floor.entry(new ObservedEvent.Answered(PBX, CALL, "100", 0));
    assertEquals(AgentState.TALKING, floor.agent("a0").state());
    assertEquals(PBX, floor.agent("a0").observed(), "a call of the old queue");
    assertEquals(1, floor.now().totals().staffing().byState().of(AgentState.TALKING));
    assertTrue(floor.agent("a0").queues().contains(SALES));
  }

  @Test
  void pauses_of_observed_agents_have_their_reasons() {
    floor.entry(placed("PJSIP/77", true));
    assertEquals(AgentState.PAUSED, floor.agent("PJSIP/77@pbx").state());
    assertEquals("lunch", floor.agent("PJSIP/77@pbx").pause());
    floor.entry(placed("PJSIP/77", false));
    floor.entry(new ObservedEvent.AgentPhoneChanged(PBX, "PJSIP/77", PhoneState.UNREACHABLE));
    assertEquals(AgentState.PHONE_UNREACHABLE, floor.agent("PJSIP/77@pbx").state());
    floor.entry(new ObservedEvent.AgentRemoved(PBX, SALES, "PJSIP/77"));
    assertTrue(
        floor.now().agents().stream().noneMatch(a -> a.id().equals(new AgentId("PJSIP/77@pbx"))));
  }
}
