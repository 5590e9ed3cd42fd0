package org.turno.acd.scenario;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Every scenario's journal must replay and restore to what happened. */
abstract class ScenarioTest {
  private @Nullable Scenario scenario;

  final Scenario open(FloorBuilder floor) {
    Scenario opened = new Scenario(floor);
    scenario = opened;
    return opened;
  }

  @AfterEach
  final void theJournalReplays() {
    if (scenario != null) {
      scenario.expectReplay();
    }
  }
}
