package org.turno.acd.event;

/** Timers are state: set, replaced and cancelled by events. */
public sealed interface TimerEvent extends Event {
  /** Which. */
  TimerId timer();

  /**
   * Set, or set anew.
   *
   * @param deadlineMs epoch milliseconds
   */
  record Set(TimerId timer, long deadlineMs) implements TimerEvent {}

  /** Not needed any more, or expired. */
  record Cancelled(TimerId timer) implements TimerEvent {}
}
