package org.turno.acd.event;

import org.turno.acd.plan.Door;
import org.turno.acd.plan.QueueId;

/** What becomes of queues and of the lines that lead to them. */
public sealed interface QueueEvent extends Event {
  /** Nobody is there any more for a queue that limits the wait without agents. */
  record Deserted(QueueId queue) implements QueueEvent {}

  /** Somebody is there again. */
  record Staffed(QueueId queue) implements QueueEvent {}

  /**
   * Its hours say that a line or queue is open, or closed.
   *
   * @param nextMs when that changes next, epoch milliseconds; 0 for never
   */
  record Scheduled(Door door, boolean open, long nextMs) implements QueueEvent {}

  /**
   * A supervisor opened or closed it, whatever its hours say.
   *
   * @param untilMs when that ends by itself, epoch milliseconds; 0 for never
   */
  record Forced(Door door, boolean open, String by, String why, long untilMs)
      implements QueueEvent {}

  /**
   * Its hours hold again.
   *
   * @param by the supervisor who said so; empty where the time was over
   */
  record Released(Door door, String by) implements QueueEvent {}
}
