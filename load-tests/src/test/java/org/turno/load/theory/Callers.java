package org.turno.load.theory;

import org.turno.acd.plan.LineId;

/**
 * The callers of one line. They come one by one at random.
 *
 * @param callsPerS how many come, per second
 * @param talk how long an agent talks with one
 * @param patience how long one waits before hanging up
 * @param targetMs those answered within it are counted
 */
record Callers(LineId line, double callsPerS, Law talk, Law patience, long targetMs) {}
