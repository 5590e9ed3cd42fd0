package org.turno.acd.explain;

import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.QueueId;

/**
 * A contact in one line of a list.
 *
 * @param contact which
 * @param arrivedMs when it came, epoch milliseconds
 * @param line what the caller dialled
 * @param queue where it was last; null where it never got into one
 * @param agent who answered last; null for nobody
 * @param alias that agent's name on screens; null for nobody
 * @param outcome how it ended; null while it is not over
 * @param waitMs from the arrival to the answer, to the end or to the last entry
 * @param offers how many agents were asked
 */
public record ContactLine(
    ContactId contact,
    long arrivedMs,
    LineId line,
    @Nullable QueueId queue,
    @Nullable AgentId agent,
    @Nullable String alias,
    ContactEvent.@Nullable Outcome outcome,
    long waitMs,
    int offers) {}
