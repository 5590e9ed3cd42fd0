package org.turno.pbx.sim;

/**
 * Time for everything simulated. Tasks run one at a time, so whatever lives on a scheduler needs no
 * locks.
 */
public interface SimScheduler {
  /** Now, in epoch milliseconds. */
  long nowMs();

  /**
   * Runs a task later; tasks due at the same millisecond run in the order in which they were
   * scheduled. Safe for any thread where the scheduler says so.
   *
   * @param delayMs simulated milliseconds from now; 0 for as soon as possible
   */
  void schedule(long delayMs, Runnable task);
}
