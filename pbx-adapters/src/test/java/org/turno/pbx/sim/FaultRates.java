package org.turno.pbx.sim;

/**
 * How much goes wrong in a simulated run.
 *
 * @param lost part of the facts that are lost
 * @param repeated part of the facts that come twice
 * @param late part of the facts that come up to two seconds late, after younger ones
 * @param reports the same three parts for reports, together
 * @param linkEveryMs mean time between losses of the link; 0 for never, here and below
 * @param restartEveryMs mean time between restarts of the PBX
 * @param crashEveryMs mean time between crashes of Turno
 * @param slowEveryMs mean time between spells in which the PBX is slow to obey
 * @param fullEveryMs mean time between spells in which the inbox overflows
 * @param reconfigureEveryMs mean time between changes of the configuration
 */
record FaultRates(
    double lost,
    double repeated,
    double late,
    double reports,
    long linkEveryMs,
    long restartEveryMs,
    long crashEveryMs,
    long slowEveryMs,
    long fullEveryMs,
    long reconfigureEveryMs) {
  static final FaultRates NONE = new FaultRates(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  private static final long MINUTE_MS = 60_000;

  /** Every kind, often. */
  static final FaultRates EVERYTHING = mix(0.02, 3 * MINUTE_MS, 10 * MINUTE_MS);

  private static FaultRates mix(double part, long oftenMs, long seldomMs) {
    return new FaultRates(
        part, part, part, part, oftenMs, seldomMs, oftenMs, oftenMs, oftenMs, oftenMs);
  }

  /** A mix that a seed chooses: each kind on its own now and then, often several, at times all. */
  static FaultRates drawn(SimRandom random) {
    double few = random.chance(0.5) ? 0.005 : 0.02;
    boolean all = random.chance(0.2);
    return new FaultRates(
        some(random, all) ? few : 0,
        some(random, all) ? few : 0,
        some(random, all) ? few : 0,
        some(random, all) ? few : 0,
        some(random, all) ? 3 * MINUTE_MS : 0,
        some(random, all) ? 8 * MINUTE_MS : 0,
        some(random, all) ? 3 * MINUTE_MS : 0,
        some(random, all) ? 4 * MINUTE_MS : 0,
        some(random, all) ? 4 * MINUTE_MS : 0,
        some(random, all) ? 3 * MINUTE_MS : 0);
  }

  private static boolean some(SimRandom random, boolean all) {
    return random.chance(0.3) || all;
  }
}
