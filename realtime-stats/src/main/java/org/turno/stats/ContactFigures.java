package org.turno.stats;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.QueueId;

/**
 * One contact at one moment. Nothing in it leads to the caller.
 *
 * @param order of arrival, unique
 * @param line null in a PBX's own queue
 * @param queue null only before the first queue
 * @param placeMs the age that its place stands for, epoch milliseconds
 * @param placeTie orders contacts of the same age, smaller first
 * @param arrivedMs from when its wait counts, epoch milliseconds
 * @param answeredMs when it was answered, epoch milliseconds; 0 before
 * @param agent who is being rung or talks; null otherwise
 * @param protectedLine whether screens may show no more than id, queue and wait
 * @param callbackSinceMs since when its caller waits to be called back, epoch milliseconds; 0 where
 *     the caller is on the phone
 * @param listeners supervisors who take part in its conversation, and how; not to be changed
 */
public record ContactFigures(
    ContactId id,
    long order,
    @Nullable LineId line,
    @Nullable QueueId queue,
    int priority,
    long placeMs,
    long placeTie,
    ContactState state,
    long arrivedMs,
    long answeredMs,
    @Nullable AgentId agent,
    boolean protectedLine,
    long callbackSinceMs,
    SortedMap<String, ListenMode> listeners) {

  /** How long it waits, or waited until the answer, in milliseconds. */
  public long waitMs(long nowMs) {
    return Math.max(0, (answeredMs == 0 ? nowMs : answeredMs) - arrivedMs);
  }
}
