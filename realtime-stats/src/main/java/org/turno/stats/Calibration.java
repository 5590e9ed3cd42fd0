package org.turno.stats;

import java.util.OptionalLong;

/**
 * How well a queue's estimated waits held since the day began, of the answered contacts whose
 * estimate was written down as they came: with a right interval 10% end below it, 80% inside and
 * 10% above.
 *
 * @param below answered sooner than the interval begins
 * @param inside answered within it
 * @param above answered later
 * @param errorMs waits less the likely ones, added up: above 0 where they were longer than expected
 */
public record Calibration(long below, long inside, long above, long errorMs) {
  /** Nothing was held against anything yet. */
  public static final Calibration NONE = new Calibration(0, 0, 0, 0);

  /** How many estimates were held against what came. */
  public long checked() {
    return below + inside + above;
  }

  /**
   * By how much waits were longer than the likely ones, on average; empty where none was checked.
   */
  public OptionalLong meanErrorMs() {
    return checked() == 0 ? OptionalLong.empty() : OptionalLong.of(errorMs / checked());
  }

  /** With one more. */
  Calibration with(long lowMs, long likelyMs, long highMs, long waitedMs) {
    boolean early = waitedMs < lowMs;
    boolean late = waitedMs > highMs;
    return new Calibration(
        below + (early ? 1 : 0),
        inside + (early || late ? 0 : 1),
        above + (late ? 1 : 0),
        errorMs + waitedMs - likelyMs);
  }
}
