package org.turno.acd.agent;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.QueueId;

/** An agent's last wrap-up, the one that goes on or the one before. */
public final class WrapUp {
  private @Nullable QueueId queue;
  private long sinceMs;
  private int extensions;

  void begins(QueueId of, long timeMs) {
    queue = of;
    sinceMs = timeMs;
    extensions = 0;
  }

  /** The agent asked for more time. Called while an event is applied. */
  public void extended() {
    extensions++;
  }

  /** The queue of the contact; null before the first wrap-up. */
  public @Nullable QueueId queue() {
    return queue;
  }

  /** When it began, epoch milliseconds. */
  public long sinceMs() {
    return sinceMs;
  }

  /** How often it was extended. */
  public int extensions() {
    return extensions;
  }

  @Override
  public String toString() {
    return queue + "/" + sinceMs + "/" + extensions;
  }
}
