package org.turno.load.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.ReservePlan;
import org.turno.acd.plan.SkillId;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.Tier;
import org.turno.acd.plan.WrapUpPolicy;

/**
 * A hotline that shares a floor with a general line: 54 agents, 6 of them skilled for it, 855
 * general calls an hour of 210 s and 2 hotline calls an hour of 25 min and 10 min of wrap-up. The
 * hotline's calls go before all others, and the general line asks the unskilled agents first; how
 * many hotline calls are answered within 10 s then depends on how many skilled agents the general
 * line must leave idle, and what it loses by that is its own service level within 20 s.
 */
@Tag("theory")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReserveTest {
  private static final SkillId HOTLINE = new SkillId("hotline");
  private static final double HOUR_S = 3600;
  private static final long WRAP_UP_MS = 600_000;

  private static final long FIRST_SEED = 6_000;

  /** Of the expected figures. */
  private static final double ROUNDING = 0.005;

  private Experiment without;

  /**
   * A reserve and what it does.
   *
   * @param keep skilled agents kept back from the general line
   * @param hotline the share of hotline calls answered within 10 s
   * @param lost what the general line's service level loses by it
   */
  private record Case(int keep, double hotline, double lost) {}

  static Stream<Case> cases() {
    return Stream.of(new Case(0, 0.63, 0), new Case(1, 0.986, 0.025), new Case(2, 0.998, 0.055));
  }

  @BeforeAll
  void withoutReserve() {
    without = Experiment.run(setting(0), FIRST_SEED);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aReserveHelpsTheHotlineAtItsPrice(Case expected) {
    Experiment with =
        expected.keep == 0 ? without : Experiment.run(setting(expected.keep), FIRST_SEED);
    Confidence confidence = Experiment.confidence();
    Estimate hotline = with.estimate(1, Tally::answeredInTime);
    Estimate lost = without.difference(with, 0, Tally::answeredInTime);
    System.out.printf(
        Locale.ROOT,
        "reserve of %d: hotline within 10 s %s, general line loses %s of %s within 20 s%n",
        expected.keep,
        hotline.text(confidence),
        lost.text(confidence),
        without.estimate(0, Tally::answeredInTime).text(confidence));
    assertEquals(expected.hotline, hotline.mean(), hotline.halfWidth(confidence) + ROUNDING);
    assertEquals(expected.lost, lost.mean(), lost.halfWidth(confidence) + ROUNDING);
  }

  private static Setting setting(int keep) {
    QueuePlan generalQueue = QueuePlan.of("general");
    QueuePlan hotlineQueue = withWrapUp(QueuePlan.of("hotline"));
    Requirement skilled = Requirement.parse(HOTLINE.value());
    LinePlan generalLine = Floors.line("012", generalQueue.id(), 0, Requirement.nothing());
    LinePlan hotlineLine = Floors.line("016", hotlineQueue.id(), 10, skilled);
    FloorPlan plan =
        new FloorPlan(
                List.of(new PbxPlan(TheoryFloor.PBX)),
                List.of(generalLine, hotlineLine),
                List.of(generalQueue, hotlineQueue),
                agents(generalQueue.id()))
            .with(List.of(new ReservePlan("hotline", skilled, keep, List.of(hotlineQueue.id()))));
    List<Callers> callers =
        List.of(
            new Callers(
                generalLine.id(), 855 / HOUR_S, Law.lognormal(210), Law.exponential(120), 20_000),
            new Callers(
                hotlineLine.id(),
                2 / HOUR_S,
                Law.lognormal(25 * 60),
                Law.exponential(180),
                10_000));
    return new Setting(plan, callers, 2_000, 40_000);
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
    return queue.with(new WrapUpPolicy(WRAP_UP_MS));
  }
}
