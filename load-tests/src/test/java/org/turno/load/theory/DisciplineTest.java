package org.turno.load.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.turno.acd.plan.AdmissionPolicy;
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.SkillId;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.Tier;
import org.turno.server.staffing.LimitedQueue;
import org.turno.server.staffing.Load;

/**
 * Where every agent may serve every caller, who goes first and who is asked changes whose wait it
 * is, but not how much waiting there is, nor how many find the queue full. Given the same arrivals
 * and the same lengths of talk in order of answer, that holds to the last call and millisecond.
 */
@Tag("theory")
class DisciplineTest {
  private static final int AGENTS = 10;
  private static final int PLACES = 15;
  private static final int CLASSES = 6;
  private static final double HANDLING_S = 180;
  private static final Load LOAD = new Load(9.5 / HANDLING_S, HANDLING_S);
  private static final QueueId QUEUE = new QueueId("q");

  /** What matters is the same for all. */
  private record Totals(long refused, long waitMs) {}

  @Test
  void noDisciplineChangesTheTotalWaitNorHowManyFindTheQueueFull() {
    Map<String, Totals> all = new LinkedHashMap<>();
    for (AgentChoice choice : AgentChoice.values()) {
      RoutingPolicy policy = new RoutingPolicy(choice, 0, Ageing.NONE);
      all.put(choice + ", in order of arrival", totals(policy, false));
    }
    RoutingPolicy plain = RoutingPolicy.DEFAULT;
    RoutingPolicy ageing = new RoutingPolicy(AgentChoice.LEAST_SKILLED, 0, new Ageing(30_000, 4));
    all.put("LONGEST_IDLE, by priority", totals(plain, true));
    all.put("LEAST_SKILLED, by priority that ages", totals(ageing, true));
    all.forEach((discipline, totals) -> System.out.println(discipline + ": " + totals));
    Totals first = all.values().iterator().next();
    all.forEach((discipline, totals) -> assertEquals(first, totals, discipline));
  }

  @Test
  void aQueueWithLimitedPlacesRefusesAsManyAsTheorySays() {
    Experiment experiment =
        Experiment.run(setting(RoutingPolicy.DEFAULT, true, 2_000, 110_000), 7_000);
    LimitedQueue right = new LimitedQueue(AGENTS, LOAD, PLACES);
    LimitedQueue wrong = new LimitedQueue(AGENTS + 1, LOAD, PLACES);
    new Comparison("six classes by priority, n = 10, a = 9.5, 15 places")
        .figure("refused", experiment.estimate(Tally::refusing), right.blocked(), wrong.blocked())
        .figure(
            "wait, s", experiment.estimate(Tally::meanWaitS), right.meanWaitS(), wrong.meanWaitS())
        .agrees();
  }

  private static Totals totals(RoutingPolicy policy, boolean byPriority) {
    Tally sum = new Tally(0);
    TheoryFloor.live(setting(policy, byPriority, 0, 30_000), 7).forEach(sum::add);
    return new Totals(sum.refusedCalls(), sum.totalWaitMs());
  }

  private static Setting setting(
      RoutingPolicy policy, boolean byPriority, int warmUpCalls, int countedCalls) {
    List<LinePlan> lines = new ArrayList<>();
    List<Callers> callers = new ArrayList<>();
    for (int i = 0; i < CLASSES; i++) {
      Requirement requirement = Requirement.parse("s" + i + " >= 50");
      LinePlan line = Floors.line("line" + i, QUEUE, byPriority ? i : 0, requirement);
      lines.add(line);
      callers.add(
          new Callers(
              line.id(), LOAD.callsPerS() / CLASSES, Law.exponential(HANDLING_S), Law.never(), 0));
    }
    return new Setting(
        Floors.ofOneQueue(queue(policy), lines, agents()), callers, warmUpCalls, countedCalls);
  }

  private static QueuePlan queue(RoutingPolicy policy) {
    QueuePlan everyday = QueuePlan.of(QUEUE.value());
    return QueuePlan.of(QUEUE.value())
        .named("limited")
        .with(everyday.offers().pausingAfter(0))
        .with(new AdmissionPolicy(0, PLACES, new Destination.ToExtension("full", "s")))
        .with(policy);
  }

  /** All may serve all, but they are no equals: each choice has something to choose by. */
  private static List<AgentPlan> agents() {
    List<AgentPlan> agents = new ArrayList<>();
    for (int i = 0; i < AGENTS; i++) {
      SortedMap<SkillId, Integer> levels = new TreeMap<>();
      for (int k = 0; k < CLASSES; k++) {
        levels.put(new SkillId("s" + k), 50 + (7 * i + 11 * k) % 51);
      }
      SortedMap<QueueId, Tier> tiers = new TreeMap<>();
      tiers.put(QUEUE, new Tier(1 + i % 2, 1 + i % 5));
      AgentId id = new AgentId("a" + i);
      PhoneId phone = new PhoneId(TheoryFloor.PBX, "PJSIP/" + id);
      agents.add(new AgentPlan(id, "a" + i, phone, new Skills(levels), List.of(), tiers));
    }
    return agents;
  }
}
