package org.turno.load.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.SkillId;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.Tier;

/**
 * A hotline that shares a floor with a general line: 54 agents, 6 of them skilled for it, 855
 * general calls an hour of 210 s and 2 hotline calls an hour of 25 min and 10 min of wrap-up. The
 * hotline's calls go before all others, and the general line asks the unskilled agents first; how
 * many hotline calls are answered within 10 s then depends on how many skilled agents the general
 * line leaves idle.
 */
@Tag("theory")
class ReserveTest {
  private static final SkillId HOTLINE = new SkillId("hotline");
  private static final double HOUR_S = 3600;
  private static final long WRAP_UP_MS = 600_000;

  /**
   * A way of sharing the floor.
   *
   * @param general the general line's queue
   * @param answeredInTime the share of hotline calls answered within 10 s, to a percent
   */
  private record Case(String name, QueuePlan general, double answeredInTime) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(new Case("priority alone", QueuePlan.of("general"), 0.63));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theHotlineIsAnsweredAsOftenAsExpected(Case expected) {
    Experiment experiment = Experiment.run(setting(expected.general), 6_000);
    Confidence confidence = Experiment.confidence();
    Estimate hotline = experiment.estimate(1, Tally::answeredInTime);
    Estimate general = experiment.estimate(0, Tally::answeredInTime);
    Estimate abandoned = experiment.estimate(0, Tally::abandoning);
    System.out.printf(
        Locale.ROOT,
        "%s: hotline within 10 s %s, general %s, general abandoned %s%n",
        expected,
        hotline.text(confidence),
        general.text(confidence),
        abandoned.text(confidence));
    double rounding = 0.005;
    assertEquals(expected.answeredInTime, hotline.mean(), hotline.halfWidth(confidence) + rounding);
  }

  private static Setting setting(QueuePlan generalQueue) {
    QueuePlan hotlineQueue = withWrapUp(QueuePlan.of("hotline"));
    Requirement skilled = Requirement.parse(HOTLINE.value());
    LinePlan generalLine = Floors.line("012", generalQueue.id(), 0, Requirement.nothing());
    LinePlan hotlineLine = Floors.line("016", hotlineQueue.id(), 10, skilled);
    FloorPlan plan =
        new FloorPlan(
            List.of(new PbxPlan(TheoryFloor.PBX)),
            List.of(generalLine, hotlineLine),
            List.of(generalQueue, hotlineQueue),
            agents(generalQueue.id()));
    Law patience = Law.exponential(120);
    List<Callers> callers =
        List.of(
            new Callers(generalLine.id(), 855 / HOUR_S, Law.lognormal(210), patience),
            new Callers(
                hotlineLine.id(), 2 / HOUR_S, Law.lognormal(25 * 60), Law.exponential(180)));
    return new Setting(plan, callers, 10_000, 2_000, 40_000);
  }

  private static List<AgentPlan> agents(QueueId general) {
    SortedMap<SkillId, Integer> skills = new TreeMap<>();
    skills.put(HOTLINE, 50);
    SortedMap<QueueId, Tier> askedLast = new TreeMap<>();
    askedLast.put(general, new Tier(2, 1));
    List<AgentPlan> agents = new ArrayList<>(Floors.agents("g", 48, Skills.NONE));
    for (AgentPlan plain : Floors.agents("h", 6, new Skills(skills))) {
      agents.add(
          new AgentPlan(
              plain.id(), plain.alias(), plain.phone(), plain.skills(), plain.queues(), askedLast));
    }
    return agents;
  }

  private static QueuePlan withWrapUp(QueuePlan queue) {
    return new QueuePlan(
        queue.id(),
        queue.name(),
        queue.requirement(),
        queue.music(),
        queue.offerTimeoutMs(),
        WRAP_UP_MS,
        queue.missesBeforePause(),
        queue.retryDelayMs(),
        queue.maxWaitMs(),
        queue.maxLength(),
        queue.overflow(),
        queue.serviceLevelTargetMs(),
        queue.shortAbandonMs());
  }
}
