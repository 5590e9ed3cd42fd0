package org.turno.load.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short torture of the real thing; {@code turno lab torture} is the long one. */
@Tag("asterisk")
@Timeout(300)
class TortureTest {
  @TempDir private Path folder;

  @Test
  void nobodyIsHarmedWhenTurnoDiesTwiceAsteriskOnceAndTheLinkOnce() {
    TorturePlan plan = new TorturePlan(2, 10, 20, 2_000, 1);
    try (Torture torture = new Torture(folder, plan, line -> {})) {
      TortureReport report = torture.run();
      assertEquals(List.of(), report.faults());
      assertEquals(2, report.toFirstOffer().count());
      assertTrue(report.talked() > report.callers() / 2, report::text);
    }
  }
}
