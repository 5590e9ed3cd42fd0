package org.turno.server.app;

import org.turno.stats.FloorFigures;
import org.turno.stats.Tally;

/**
 * What became of a demonstration.
 *
 * @param figures at the last entry
 * @param journalEntries how many there are
 * @param startMs the simulated time at which it began, epoch milliseconds
 * @param realMs how long it took
 * @param speed simulated seconds per real second
 * @param seed of chance
 */
public record DemoSummary(
    FloorFigures figures, long journalEntries, long startMs, long realMs, double speed, long seed) {

  /** Whether every offered contact is found again, once: answered, ended otherwise, or there. */
  public boolean addsUp() {
    Tally tally = figures.totals().tally();
    return tally.offered()
        == tally.answered()
            + tally.endedUnanswered()
            + figures.totals().waiting()
            + figures.totals().ringing();
  }
}
