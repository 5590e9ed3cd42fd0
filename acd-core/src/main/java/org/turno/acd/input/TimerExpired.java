package org.turno.acd.input;

import org.turno.acd.event.TimerId;

/**
 * A timer's deadline has passed. Only the Sequencer makes it.
 *
 * @param timer which one
 * @param deadlineMs when it was due, in epoch milliseconds; a timer that was set anew since does
 *     not match and the input is ignored
 */
public record TimerExpired(TimerId timer, long deadlineMs) implements Input {}
