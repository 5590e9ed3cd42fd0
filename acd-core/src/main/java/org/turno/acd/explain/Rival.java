package org.turno.acd.explain;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.QueueId;

/**
 * Another contact that stood before the one in question while that waited, and whom some of the
 * same agents may serve.
 *
 * @param contact which
 * @param queue where it waited
 * @param aheadMs by how much its place is the older one, milliseconds; may be negative
 * @param lead by what it stood before
 * @param weight of its queue
 * @param priority its priority as aged, at that moment
 * @param ownWeight the weight of the queue of the contact in question
 * @param ownPriority the priority of the contact in question as aged, at that moment
 * @param cameLater whether it came after the contact in question
 * @param fate what became of it by the end of that wait
 * @param fateMs when, epoch milliseconds; the end of that wait where nothing had
 * @param alias who served it or was being asked; null for nobody
 */
public record Rival(
    ContactId contact,
    QueueId queue,
    long aheadMs,
    Lead lead,
    int weight,
    int priority,
    int ownWeight,
    int ownPriority,
    boolean cameLater,
    Fate fate,
    long fateMs,
    @Nullable AgentId agent,
    @Nullable String alias) {
  /** By what a contact stands before another. The first that differs. */
  public enum Lead {
    /** Its queue is heavier. */
    WEIGHT,
    /** Its priority is higher. */
    PRIORITY,
    /** Its place is the older one. */
    AGE,
    /** Its place is the earlier one since a supervisor moved one of the two. */
    MOVED,
    /** By nothing, but the agent who was asked for it is kept back for its queue. */
    RESERVE,
    /** By nothing: an agent was asked for it all the same, by other rules than today's. */
    NONE
  }

  /** What became of it. */
  public enum Fate {
    /** An agent answered it. */
    ANSWERED,
    /** An agent was being asked for it. */
    OFFERED,
    /** It waited on: those who got free could not serve it. */
    WAITING,
    /** Its caller hung up. */
    ABANDONED,
    /** It went to an extension of the PBX. */
    OVERFLOWED,
    /** The PBX's own dialplan took it. */
    TAKEN_BY_PBX,
    /** Nobody knows. */
    LOST,
    /** Its line is gone. */
    UNSERVABLE,
    /** It was to be called back, and that came to nothing. */
    CALLBACK_OVER
  }
}
