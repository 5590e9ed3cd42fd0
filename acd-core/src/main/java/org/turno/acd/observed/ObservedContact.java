package org.turno.acd.observed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.QueueId;

/**
 * Somebody who waits in a PBX's own queue, or talks with its agent.
 *
 * @param arrivedMs from when the wait counts, epoch milliseconds
 * @param leftMs when it left its queue, epoch milliseconds; 0 before
 * @param answeredMs when an agent answered, epoch milliseconds; 0 before
 * @param agent who talks with it; null before
 * @param rung whose phones ring for it, the first first
 */
public record ObservedContact(
    ContactId id,
    QueueId queue,
    LegId call,
    long arrivedMs,
    long leftMs,
    long answeredMs,
    @Nullable String agent,
    List<String> rung) {
  /** Copies the list. */
  public ObservedContact {
    rung = List.copyOf(rung);
  }

  /** Whether an agent talks with it. */
  public boolean talking() {
    return agent != null;
  }

  /** Whether it has left its queue, and nobody knows yet where to. */
  public boolean leaving() {
    return agent == null && leftMs > 0;
  }

  ObservedContact ringing(List<String> phones) {
    return new ObservedContact(id, queue, call, arrivedMs, leftMs, answeredMs, agent, phones);
  }

  ObservedContact left(long timeMs) {
    return new ObservedContact(id, queue, call, arrivedMs, timeMs, answeredMs, agent, rung);
  }

  ObservedContact answered(String by, long timeMs) {
    return new ObservedContact(id, queue, call, arrivedMs, leftMs, timeMs, by, List.of());
  }
}
