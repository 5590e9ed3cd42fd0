package org.turno.stats;

import org.turno.acd.plan.PauseReason;

/**
 * The pauses of one reason. The time can be told for any moment: a pause that is over adds its
 * length, one that goes on subtracts its start.
 *
 * @param label its name in metrics: the reason's, or {@code other} for agents' own words
 * @param reason what is configured of it
 * @param agents who pause for it now
 * @param offsetMs time of the day in such pauses, apart from {@code now} of those that go on
 */
public record PauseFigures(String label, PauseReason reason, int agents, long offsetMs) {
  /** Time of the day in such pauses, of all agents together. */
  public long totalMs(long nowMs) {
    return offsetMs + agents * nowMs;
  }
}
