package org.turno.acd.event;

/**
 * How much longer a contact that waits is expected to wait for an agent's answer, as of one moment.
 * Eight waits in ten should end between low and high, one in ten below, one above; half of them
 * before likely.
 *
 * @param position among the contacts of its queue that wait: 1 for who is next
 * @param lowMs one wait in ten is shorter
 * @param likelyMs every other wait is shorter
 * @param highMs one wait in ten is longer
 */
public record WaitEstimate(int position, long lowMs, long likelyMs, long highMs) {}
