package org.turno.acd.explain;

import org.turno.acd.plan.AgentId;
import org.turno.acd.routing.Candidate;

/**
 * One of the free agents who could be asked, the chosen one among them.
 *
 * @param agent who
 * @param alias the name that screens show
 * @param tries how often asked before for this contact
 * @param last whether the agent served the customer last
 * @param preferred how many parts of the contact's preference the agent meets
 * @param tierLevel the agent's level in the queue
 * @param tierPosition the agent's position within the level
 * @param figure what the queue's choice compares
 * @param idleForMs without work for so long, milliseconds
 * @param lostBy by what the chosen agent goes first; for the chosen one itself, by what it goes
 *     before the second, or {@code ID} where there is none
 */
public record Runner(
    AgentId agent,
    String alias,
    int tries,
    boolean last,
    int preferred,
    int tierLevel,
    int tierPosition,
    long figure,
    long idleForMs,
    Candidate.Criterion lostBy) {}
