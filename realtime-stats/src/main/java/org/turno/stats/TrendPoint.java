package org.turno.stats;

/**
 * The whole floor as it was at the end of a minute.
 *
 * @param timeMs the minute's end, epoch milliseconds
 * @param waiting contacts without an answer, those being offered included
 * @param tally what was counted since that day began
 */
public record TrendPoint(long timeMs, int waiting, Tally tally) {}
