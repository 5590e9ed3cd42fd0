package org.turno.server.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.engine.JournalException;
import org.turno.acd.journal.ChronicleJournal;
import org.turno.acd.journal.Sync;
import org.turno.acd.plan.FloorPlan;
import org.turno.stats.Tally;

/** A recorded day lived again. */
final class WhatIfTest {
  @TempDir private Path folder;

  @BeforeEach
  void record() {
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      SmallDay.entries().forEach(journal::append);
    }
  }

  private WhatIf under(FloorPlan other) {
    return WhatIf.of(folder, null, ZoneOffset.UTC, other, entry -> {}, name -> part -> {});
  }

  private static Tally tally(DayLived day) {
    return day.figures().totals().tally();
  }

  private static double meanWaitMs(DayLived day) {
    return tally(day).asaMs().orElseThrow();
  }

  @Test
  void theModelOfTheSameConfigurationComesOutAsTheDayDid() {
    WhatIf result = under(SmallDay.plan(4));
    assertEquals(360, tally(result.recorded()).offered());
    assertEquals(tally(result.recorded()).offered(), tally(result.again()).offered());
    assertEquals(tally(result.recorded()).answered(), tally(result.again()).answered());
    assertEquals(meanWaitMs(result.recorded()), meanWaitMs(result.again()), 500);
    assertEquals(tally(result.again()), tally(result.otherwise()), "the same is the same");
  }

  @Test
  void withFewerAgentsCallersWaitLongerAndTheAgentsAreBusier() {
    WhatIf result = under(SmallDay.plan(3));
    assertTrue(meanWaitMs(result.otherwise()) > 2 * meanWaitMs(result.again()));
    assertTrue(result.otherwise().ninetieth() > result.again().ninetieth());
    long nowMs = result.again().figures().timeMs();
    double four = result.again().figures().totals().staffing().occupancy(nowMs).orElseThrow();
    long endMs = result.otherwise().figures().timeMs();
    double three = result.otherwise().figures().totals().staffing().occupancy(endMs).orElseThrow();
    assertTrue(three > four, three + " and " + four);
  }

  @Test
  void agentsWhomTheRecordDoesNotKnowWorkAsLongAsTheOthers() {
    WhatIf result = under(SmallDay.plan(8));
    assertTrue(meanWaitMs(result.otherwise()) <= meanWaitMs(result.again()) + 50);
    assertEquals(8, result.otherwise().figures().agents().size());
  }

  @Test
  void aDayWithoutCallsIsNoDayToCompare() {
    assertThrows(
        JournalException.class,
        () ->
            WhatIf.of(
                folder,
                LocalDate.EPOCH,
                ZoneOffset.UTC,
                SmallDay.plan(4),
                entry -> {},
                name -> part -> {}));
  }
}
