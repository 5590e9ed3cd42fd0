package org.turno.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.TeamId;

/**
 * One agent at one moment.
 *
 * @param alias the only name that screens show
 * @param sinceMs when the state began, epoch milliseconds; 0 where it never changed
 * @param wrapUpUntilMs when wrap-up ends by itself, epoch milliseconds; 0 for never, or outside it
 * @param pause the reason of a pause in force or asked for; null without one
 * @param pausedByTurno whether missed offers caused the pause
 * @param pauses more of the agent's pauses
 * @param leaving whether the agent signs out when the work in hand ends
 * @param queue whose contact the agent has, or had in this wrap-up; null without one
 * @param contact which one; null without one and for a contact of a protected line
 * @param handled conversations of the day that are over
 * @param hardInRow hard contacts in a row
 * @param phone what the PBX says of the agent's phone
 * @param team whose agent; null for nobody's
 * @param queues the queues whose contacts the agent may be offered
 * @param observed the PBX whose own queues tell the state; null where Turno does
 */
public record AgentFigures(
    AgentId id,
    String alias,
    AgentState state,
    long sinceMs,
    long wrapUpUntilMs,
    @Nullable String pause,
    boolean pausedByTurno,
    AgentPause pauses,
    boolean leaving,
    @Nullable QueueId queue,
    @Nullable ContactId contact,
    long handled,
    int hardInRow,
    PhoneState phone,
    @Nullable TeamId team,
    List<QueueId> queues,
    @Nullable PbxId observed) {
  /** Copies the list. */
  public AgentFigures {
    queues = List.copyOf(queues);
  }
}
