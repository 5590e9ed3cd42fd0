package org.turno.server.staffing;

/** A group without a queue: who finds all agents busy goes away. */
public final class ErlangB {
  private ErlangB() {}

  /**
   * The share of calls that find all agents busy. A. K. Erlang, "Solution of some problems in the
   * theory of probabilities of significance in automatic telephone exchanges", 1917; by the
   * recursion B(n) = a B(n-1) / (n + a B(n-1)), which neither overflows nor cancels.
   */
  public static double blocked(int agents, double erlangs) {
    if (agents < 0) {
      throw new IllegalArgumentException(agents + " agents: use 0 or more");
    }
    double blocked = 1;
    for (int n = 1; n <= agents; n++) {
      blocked = erlangs * blocked / (n + erlangs * blocked);
    }
    return blocked;
  }
}
