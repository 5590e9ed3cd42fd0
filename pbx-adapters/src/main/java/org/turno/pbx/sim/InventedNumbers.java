package org.turno.pbx.sim;

import org.turno.acd.plan.LineId;

/** Numbers that look like Spanish ones; a few are withheld. */
final class InventedNumbers implements CallerBook {
  private static final double WITHHELD_CHANCE = 0.05;

  private final SimRandom random;

  InventedNumbers(SimRandom random) {
    this.random = random;
  }

  @Override
  public CallerIdentity identity(LineId line) {
    return new CallerIdentity(
        "6000" + random.between(10_000, 99_999), random.chance(WITHHELD_CHANCE));
  }
}
