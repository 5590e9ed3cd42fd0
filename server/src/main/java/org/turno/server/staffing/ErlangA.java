package org.turno.server.staffing;

/**
 * A group with a queue whose callers give up after a time of their own, exponentially distributed
 * (M/M/n+M). C. Palm, "Research on telephone traffic carried by full availability groups", 1957; O.
 * Garnett, A. Mandelbaum, M. Reiman, "Designing a call center with impatient customers", 2002.
 *
 * @param patienceS mean patience, seconds
 */
public record ErlangA(int agents, Load load, double patienceS) {
  /** Terms of the series below this share of its sum no longer change it. */
  private static final double NEGLIGIBLE = 1e-17;

  /** Rejects what makes no sense. */
  public ErlangA {
    if (agents < 1 || !(patienceS > 0)) {
      throw new IllegalArgumentException(
          agents + " agents and a patience of " + patienceS + " s: use numbers above 0");
    }
  }

  /** The share of calls that have to wait, those that then give up among them. */
  public double waiting() {
    return busy().share;
  }

  /** The share of calls that give up: each caller who waits leaves at the rate 1 / patience. */
  public double abandoned() {
    return meanWaitS() / patienceS;
  }

  /** Mean wait of all calls, seconds, whether answered or given up: by Little, queue / rate. */
  public double meanWaitS() {
    return busy().meanQueue / load.callsPerS();
  }

  /**
   * @param share of the time in which all agents are busy
   * @param meanQueue how many wait, on average over all time
   */
  private record Busy(double share, double meanQueue) {}

  /**
   * Birth and death: with all n agents busy and j callers waiting, one more comes at the rate
   * lambda and one of them goes at the rate n mu + j theta. Chances are relative to that of n busy
   * and nobody waiting; all states with fewer busy have 1 / B - 1 of it together.
   */
  private Busy busy() {
    double fewerBusy = 1 / ErlangB.blocked(agents, load.erlangs()) - 1;
    double term = 1;
    double sum = 1;
    double queue = 0;
    for (int j = 1; term > NEGLIGIBLE * sum; j++) {
      term *= load.callsPerS() / (agents / load.handlingS() + j / patienceS);
      sum += term;
      queue += j * term;
    }
    return new Busy(sum / (fewerBusy + sum), queue / (fewerBusy + sum));
  }
}
