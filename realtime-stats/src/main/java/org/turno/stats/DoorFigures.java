package org.turno.stats;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.Door;

/**
 * A line or queue that can be closed.
 *
 * @param name what people read
 * @param hours whether it has opening hours
 * @param byHours whether it is open by them; true where it has none
 * @param nextMs when that changes next, epoch milliseconds; 0 for never
 * @param forced what a supervisor said instead; null for nothing
 */
public record DoorFigures(
    Door door, String name, boolean hours, boolean byHours, long nextMs, @Nullable Force forced) {
  /**
   * What a supervisor said.
   *
   * @param untilMs when it ends by itself, epoch milliseconds; 0 for never
   */
  public record Force(boolean open, String by, String why, long untilMs) {}

  /** Whether it is open now. */
  public boolean open() {
    return forced == null ? byHours : forced.open();
  }
}
