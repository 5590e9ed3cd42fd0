package org.turno.pbx.sim;

import java.util.PriorityQueue;

/**
 * Discrete-event time: the clock jumps from task to task. The same tasks give the same run, always.
 * One thread only.
 */
public final class VirtualScheduler implements SimScheduler {
  private final PriorityQueue<ScheduledTask> tasks = new PriorityQueue<>();
  private long nowMs;
  private long nextSeq;

  /** Begins at a time, in epoch milliseconds. */
  public VirtualScheduler(long startMs) {
    this.nowMs = startMs;
  }

  @Override
  public long nowMs() {
    return nowMs;
  }

  @Override
  public void schedule(long delayMs, Runnable task) {
    tasks.add(new ScheduledTask(nowMs + Math.max(0, delayMs), nextSeq++, task));
  }

  /** Runs the next task that is due until then. Returns false, with the clock there, if none is. */
  public boolean runNextUntil(long untilMs) {
    ScheduledTask next = tasks.peek();
    if (next == null || next.dueMs() > untilMs) {
      nowMs = Math.max(nowMs, untilMs);
      return false;
    }
    tasks.remove();
    nowMs = Math.max(nowMs, next.dueMs());
    next.task().run();
    return true;
  }

  /** Runs every task that is due until then and leaves the clock there. */
  public void runUntil(long untilMs) {
    boolean more;
    do {
      more = runNextUntil(untilMs);
    } while (more);
  }
}
