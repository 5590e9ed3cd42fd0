package org.turno.pbx.sim;

/** A task and its turn. */
record ScheduledTask(long dueMs, long seq, Runnable task) implements Comparable<ScheduledTask> {
  @Override
  public int compareTo(ScheduledTask other) {
    int byTime = Long.compare(dueMs, other.dueMs);
    return byTime != 0 ? byTime : Long.compare(seq, other.seq);
  }
}
