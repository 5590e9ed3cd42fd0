package org.turno.pbx.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.turno.acd.plan.LineId;

/** Chance by seed: repeatable, independent by name, and distributed as promised. */
final class SimRandomTest {
  private static final int DRAWS = 200_000;

  @Test
  void aStreamDependsOnTheSeedAndItsNameOnly() {
    SimRandom one = new SimRandom(7);
    SimRandom other = new SimRandom(7);
    other.uniform();
    assertEquals(one.stream("callers").uniform(), other.stream("callers").uniform());
    assertNotEquals(one.stream("callers").uniform(), one.stream("agents").uniform());
    assertNotEquals(one.stream("callers").uniform(), new SimRandom(8).stream("callers").uniform());
  }

  @Test
  void exponentialAndLognormalTimesHaveTheirMeansAndVariations() {
    SimRandom random = new SimRandom(11);
    assertMoments(120, 1, () -> random.exponential(120));
    assertMoments(180, 1, () -> random.lognormal(180, 1));
    assertMoments(3.5, 0.5, () -> random.lognormal(3.5, 0.5));
  }

  @Test
  void callsArriveAsOftenInEachSlotAsTheProfileSays() {
    LineTraffic traffic =
        new LineTraffic(new LineId("012"), 1_800_000, List.of(40.0, 0.0, 160.0), 1, 1, 1);
    Arrivals arrivals = new Arrivals(traffic, new SimRandom(3), 10_000, 0);
    int[] perSlot = new int[3];
    int days = 400;
    long endMs = 10_000 + days * 3L * 1_800_000L;
    for (long at = arrivals.nextMs(); at < endMs; at = arrivals.nextMs()) {
      perSlot[(int) ((at - 10_000) / 1_800_000 % 3)]++;
    }
    assertEquals(40, perSlot[0] / (double) days, 1);
    assertEquals(0, perSlot[1]);
    assertEquals(160, perSlot[2] / (double) days, 2);
  }

  @Test
  void everyTestDayIsAWholeConfigurationWhoseLinesAreCalled() {
    for (TestDay day :
        List.of(
            TestDays.weekday012(),
            TestDays.surge012(),
            TestDays.hotline(),
            TestDays.councils13(),
            TestDays.appointments())) {
      assertEquals(
          day.plan().lines().stream().map(line -> line.id()).toList(),
          day.traffic().stream().map(LineTraffic::line).toList(),
          day.name());
    }
    assertEquals(4_281, callsOf(TestDays.weekday012()), 60);
    assertEquals(2.68 * callsOf(TestDays.weekday012()), callsOf(TestDays.surge012()), 1e-6);
    assertEquals(3_000, callsOf(TestDays.councils13()), 1e-6);
    assertEquals(480, callsOf(TestDays.appointments()), 1e-6);
    assertEquals(40, TestDays.weekday012().plan().agents().size());
  }

  private static double callsOf(TestDay day) {
    return day.traffic().stream()
        .flatMap(line -> line.callsPerSlot().stream())
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  private static void assertMoments(double mean, double variation, DoubleSupplier draw) {
    double[] drawn = DoubleStream.generate(draw).limit(DRAWS).toArray();
    double average = DoubleStream.of(drawn).average().orElseThrow();
    double variance =
        DoubleStream.of(drawn).map(x -> (x - average) * (x - average)).average().orElseThrow();
    assertEquals(mean, average, mean * 0.02);
    assertEquals(variation, Math.sqrt(variance) / average, 0.05);
  }
}
