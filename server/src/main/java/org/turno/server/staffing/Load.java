package org.turno.server.staffing;

/**
 * What a group of agents is asked to do: calls that come one by one at random (Poisson), whose
 * handling times are exponentially distributed.
 *
 * @param callsPerS how many come, per second
 * @param handlingS mean handling time (talk, hold and wrap-up), seconds
 */
public record Load(double callsPerS, double handlingS) {
  /** Rejects what is not positive. */
  public Load {
    if (!(callsPerS > 0 && handlingS > 0)) {
      throw new IllegalArgumentException(
          callsPerS + " calls/s of " + handlingS + " s: use numbers above 0");
    }
  }

  /** From calls per hour. */
  public static Load perHour(double callsPerHour, double handlingS) {
    return new Load(callsPerHour / 3600, handlingS);
  }

  /** The offered load: agents who would be busy on average if there were always enough. */
  public double erlangs() {
    return callsPerS * handlingS;
  }
}
