package org.turno.acd.plan;

import java.util.List;

/**
 * Agents kept back: a contact of any other queue may take an agent of the reserve only while more
 * of them than {@code keep} are free.
 *
 * @param name for people
 * @param agents who belongs to it
 * @param keep how many stay free for the queues it is for
 * @param queues the queues it is for
 */
public record ReservePlan(String name, Requirement agents, int keep, List<QueueId> queues) {
  /** Copies the list. */
  public ReservePlan {
    queues = List.copyOf(queues);
    if (keep < 0) {
      throw new IllegalArgumentException("reserve " + name + " keeps " + keep + ": use 0 or more");
    }
  }
}
