package org.turno.server.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StaffingTest {
  @Test
  void tenAgentsForEightErlangsLetFourInTenWait() {
    ErlangC group = new ErlangC(10, new Load(8, 1));
    assertEquals(0.40918, group.waiting(), 5e-6);
    assertEquals(0.40918 / 2, group.meanWaitS(), 5e-6);
  }

  @Test
  void twoHundredCallsAnHourNeedFourteenAgentsForAServiceLevelOf89Percent() {
    ErlangC group = new ErlangC(14, Load.perHour(200, 180));
    assertEquals(0.1741, group.waiting(), 5e-5);
    assertEquals(0.8884, group.answeredWithin(20), 5e-5);
    assertEquals(7.84, group.meanWaitS(), 5e-3);
  }

  @Test
  void whereCallersGiveUpAFullGroupKeepsUp() {
    ErlangA group = new ErlangA(50, new Load(48.0 / 60, 60), 120);
    assertEquals(0.4678, group.waiting(), 5e-5);
    assertEquals(0.0309, group.abandoned(), 5e-5);
    assertEquals(3.71, group.meanWaitS(), 5e-3);
    assertTrue(new ErlangA(40, new Load(48.0 / 60, 60), 120).abandoned() > 8.0 / 48);
  }

  @Test
  void patienceWithoutEndGivesErlangCAndNoneGivesErlangB() {
    Load load = new Load(8, 1);
    assertEquals(new ErlangC(10, load).waiting(), new ErlangA(10, load, 1e9).waiting(), 1e-6);
    assertEquals(ErlangB.blocked(10, 8), new ErlangA(10, load, 1e-9).waiting(), 1e-6);
  }

  @Test
  void theFirstOfTwoClassesWaitsAFifthOfTheSecond() {
    PriorityClasses classes = new PriorityClasses(10, List.of(3.0, 5.0), 1);
    assertEquals(0.05845, classes.meanWaitS(0), 5e-6);
    assertEquals(0.29227, classes.meanWaitS(1), 5e-6);
  }

  @Test
  void prioritiesOnlySpreadTheWaitOfOneClassOverAll() {
    PriorityClasses classes = new PriorityClasses(10, List.of(3.0, 5.0), 1);
    double together = (3 * classes.meanWaitS(0) + 5 * classes.meanWaitS(1)) / 8;
    assertEquals(new ErlangC(10, new Load(8, 1)).meanWaitS(), together, 1e-12);
  }

  @Test
  void aQueueWithoutPlacesIsErlangBAndOneWithManyIsErlangC() {
    Load load = new Load(8, 1);
    assertEquals(ErlangB.blocked(10, 8), new LimitedQueue(10, load, 0).blocked(), 1e-12);
    assertEquals(
        new ErlangC(10, load).meanWaitS(), new LimitedQueue(10, load, 300).meanWaitS(), 1e-12);
  }

  @Test
  void aGroupThatCannotKeepUpIsRefused() {
    Load load = new Load(8, 1);
    assertThrows(IllegalArgumentException.class, () -> new ErlangC(8, load));
  }
}
