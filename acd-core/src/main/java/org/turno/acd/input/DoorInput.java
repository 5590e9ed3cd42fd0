package org.turno.acd.input;

import org.turno.acd.plan.Door;

/** Opening and closing of lines and queues. */
public sealed interface DoorInput extends Input {
  /** Of what. */
  Door door();

  /**
   * What the opening hours say from now on. The core knows no calendar: a clock tells it.
   *
   * @param nextMs when the clock will tell the next change, epoch milliseconds; 0 for never
   */
  record Scheduled(Door door, boolean open, long nextMs) implements DoorInput {}

  /**
   * A supervisor opens or closes it, whatever the hours say.
   *
   * @param by who, for the record
   * @param why for the record
   * @param untilMs when the hours hold again by themselves, epoch milliseconds; 0 for never
   */
  record Forced(Door door, boolean open, String by, String why, long untilMs)
      implements DoorInput {}

  /** The hours hold again. */
  record Released(Door door, String by) implements DoorInput {}
}
