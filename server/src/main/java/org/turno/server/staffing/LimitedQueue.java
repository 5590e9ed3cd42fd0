package org.turno.server.staffing;

/**
 * A group with a queue that holds a limited number; who finds it full goes away at once (M/M/n/K).
 * R. B. Cooper, "Introduction to Queueing Theory", section 3.6.
 *
 * @param places how many may wait
 */
public record LimitedQueue(int agents, Load load, int places) {
  /** Rejects what makes no sense. */
  public LimitedQueue {
    if (agents < 1 || places < 0) {
      throw new IllegalArgumentException(
          agents + " agents and " + places + " places: use 1 and 0 at least");
    }
  }

  /** The share of calls that find every place taken. */
  public double blocked() {
    return chance(places) / all();
  }

  /** Mean wait of the calls that are let in, seconds: by Little, queue / rate let in. */
  public double meanWaitS() {
    double queue = 0;
    for (int j = 1; j <= places; j++) {
      queue += j * chance(j);
    }
    return queue / all() / (load.callsPerS() * (1 - blocked()));
  }

  /** Of j callers waiting, relative to that of all agents busy and nobody waiting. */
  private double chance(int j) {
    return Math.pow(load.erlangs() / agents, j);
  }

  private double all() {
    double sum = 1 / ErlangB.blocked(agents, load.erlangs()) - 1;
    for (int j = 0; j <= places; j++) {
      sum += chance(j);
    }
    return sum;
  }
}
