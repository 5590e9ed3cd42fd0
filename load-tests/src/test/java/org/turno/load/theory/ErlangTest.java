package org.turno.load.theory;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.Skills;
import org.turno.server.staffing.ErlangA;
import org.turno.server.staffing.ErlangC;
import org.turno.server.staffing.Load;
import org.turno.server.staffing.PriorityClasses;

/**
 * The core serves random callers exactly as theory says that a floor must on which nobody free
 * waits beside a caller and callers go in their order.
 */
@Tag("theory")
class ErlangTest {
  private static final QueuePlan QUEUE = QueuePlan.of("q");
  private static final long TARGET_MS = 20_000;
  private static final double TWO_CLASSES_HANDLING_S = 100;
  private static final List<Double> TWO_CLASSES =
      List.of(3 / TWO_CLASSES_HANDLING_S, 5 / TWO_CLASSES_HANDLING_S);

  @Test
  void tenAgentsForEightErlangs() {
    Load load = new Load(8.0 / 180, 180);
    Experiment experiment = Experiment.run(setting(10, load, Law.never(), 2_000, 50_000), 1_000);
    new Comparison("Erlang C, n = 10, a = 8")
        .figure(
            "P(wait)",
            experiment.estimate(Tally::waiting),
            new ErlangC(10, load).waiting(),
            new ErlangC(11, load).waiting())
        .agrees();
  }

  @Test
  void twoHundredCallsAnHourForFourteenAgents() {
    Load load = Load.perHour(200, 180);
    ErlangC right = new ErlangC(14, load);
    ErlangC wrong = new ErlangC(15, load);
    Experiment experiment = Experiment.run(setting(14, load, Law.never(), 2_000, 160_000), 2_000);
    new Comparison("Erlang C, 200 calls/h of 180 s, n = 14, T = 20 s")
        .figure("P(wait)", experiment.estimate(Tally::waiting), right.waiting(), wrong.waiting())
        .figure(
            "SL",
            experiment.estimate(Tally::answeredInTime),
            right.answeredWithin(20),
            wrong.answeredWithin(20))
        .figure(
            "ASA, s", experiment.estimate(Tally::meanWaitS), right.meanWaitS(), wrong.meanWaitS())
        .agrees();
  }

  @Test
  void fiftyAgentsForImpatientCallers() {
    Load load = new Load(48.0 / 60, 60);
    ErlangA right = new ErlangA(50, load, 120);
    ErlangA wrong = new ErlangA(51, load, 120);
    Experiment experiment =
        Experiment.run(setting(50, load, Law.exponential(120), 2_000, 80_000), 3_000);
    new Comparison("Erlang A, n = 50, 48 calls/min of 1 min, patience 2 min")
        .figure("P(wait)", experiment.estimate(Tally::waiting), right.waiting(), wrong.waiting())
        .figure(
            "abandoned",
            experiment.estimate(Tally::abandoning),
            right.abandoned(),
            wrong.abandoned())
        .figure(
            "wait, s", experiment.estimate(Tally::meanWaitS), right.meanWaitS(), wrong.meanWaitS())
        .agrees();
  }

  @Test
  void twoClassesOfCallers() {
    compareTwoClasses(Experiment.run(twoClasses(1, 90_000), 4_000)).agrees();
  }

  @Test
  void aFloorThatForgotThePriorityOfALineWouldBeNoticed() {
    assertThrows(
        AssertionError.class,
        compareTwoClasses(Experiment.run(twoClasses(0, 20_000), 5_000))::agrees);
  }

  private static Comparison compareTwoClasses(Experiment experiment) {
    PriorityClasses right = new PriorityClasses(10, TWO_CLASSES, TWO_CLASSES_HANDLING_S);
    PriorityClasses wrong = new PriorityClasses(11, TWO_CLASSES, TWO_CLASSES_HANDLING_S);
    return new Comparison("two classes, n = 10, 3 and 5 calls per handling time of 100 s")
        .figure(
            "W1, s",
            experiment.estimate(0, Tally::meanWaitS),
            right.meanWaitS(0),
            wrong.meanWaitS(0))
        .figure(
            "W2, s",
            experiment.estimate(1, Tally::meanWaitS),
            right.meanWaitS(1),
            wrong.meanWaitS(1));
  }

  private static Setting twoClasses(int priorityOfFirst, int countedCalls) {
    LinePlan first = Floors.line("first", QUEUE.id(), priorityOfFirst, Requirement.nothing());
    LinePlan second = Floors.line("second", QUEUE.id(), 0, Requirement.nothing());
    FloorPlan plan =
        Floors.ofOneQueue(QUEUE, List.of(first, second), Floors.agents("a", 10, Skills.NONE));
    Law talk = Law.exponential(TWO_CLASSES_HANDLING_S);
    List<Callers> callers =
        List.of(
            new Callers(first.id(), TWO_CLASSES.get(0), talk, Law.never(), TARGET_MS),
            new Callers(second.id(), TWO_CLASSES.get(1), talk, Law.never(), TARGET_MS));
    return new Setting(plan, callers, 2_000, countedCalls);
  }

  private static Setting setting(
      int agents, Load load, Law patience, int warmUpCalls, int countedCalls) {
    LinePlan line = Floors.line("line", QUEUE.id(), 0, Requirement.nothing());
    FloorPlan plan =
        Floors.ofOneQueue(QUEUE, List.of(line), Floors.agents("a", agents, Skills.NONE));
    Law talk = Law.exponential(load.handlingS());
    List<Callers> callers =
        List.of(new Callers(line.id(), load.callsPerS(), talk, patience, TARGET_MS));
    return new Setting(plan, callers, warmUpCalls, countedCalls);
  }
}
