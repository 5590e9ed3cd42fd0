package org.turno.stats;

import org.jspecify.annotations.Nullable;

/**
 * What screens tell of an agent's pauses beyond the name of the reason.
 *
 * @param textEs the reason of the pause in force or asked for, in Spanish; null without a pause
 * @param textEn the same in English
 * @param limitMs how long it should last at most; 0 for no limit
 * @param overran whether it has lasted longer
 * @param breakUntilMs when the mandatory break that goes on ends, epoch milliseconds; 0 for none
 * @param planned the reason of a pause that is to begin later; null for none
 * @param plannedAtMs when that is, epoch milliseconds; 0 for none
 * @param paidMs paid pauses of the day that are over
 * @param unpaidMs unpaid pauses of the day that are over
 */
public record AgentPause(
    @Nullable String textEs,
    @Nullable String textEn,
    long limitMs,
    boolean overran,
    long breakUntilMs,
    @Nullable String planned,
    long plannedAtMs,
    long paidMs,
    long unpaidMs) {}
