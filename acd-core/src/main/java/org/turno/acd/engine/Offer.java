package org.turno.acd.engine;

import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.QueueId;

/** An offer that is being made. */
record Offer(
    OfferId id, ContactId contact, QueueId queue, AgentId agent, LegId leg, long deadlineMs) {}
