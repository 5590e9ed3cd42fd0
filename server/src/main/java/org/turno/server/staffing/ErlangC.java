package org.turno.server.staffing;

/**
 * A group with a queue in which everybody waits until served (M/M/n). A. K. Erlang, 1917; the
 * figures as in R. B. Cooper, "Introduction to Queueing Theory", section 3.5.
 *
 * @param agents n, more than the offered load: fewer would let the queue grow without end
 */
public record ErlangC(int agents, Load load) {
  /** Rejects a group that cannot keep up. */
  public ErlangC {
    if (agents <= load.erlangs()) {
      throw new IllegalArgumentException(
          agents
              + " agents cannot keep up with "
              + load.erlangs()
              + " erlangs: use more agents, or Erlang A, where callers give up");
    }
  }

  /** The share of calls that have to wait: n B / (n - a (1 - B)). */
  public double waiting() {
    double blocked = ErlangB.blocked(agents, load.erlangs());
    return agents * blocked / (agents - load.erlangs() * (1 - blocked));
  }

  /** Mean wait of all calls, seconds; those that do not wait count as 0. */
  public double meanWaitS() {
    return waiting() * load.handlingS() / (agents - load.erlangs());
  }

  /** The share of calls that are answered within a time, seconds, in order of arrival. */
  public double answeredWithin(double targetS) {
    return 1 - waiting() * Math.exp(-(agents - load.erlangs()) * targetS / load.handlingS());
  }
}
