package org.turno.stats;

import java.util.OptionalDouble;
import org.turno.acd.plan.TeamId;

/**
 * One team at one moment: its agents and their work of the day, whichever queue it came from.
 *
 * @param name what people read
 * @param staffing its agents
 * @param handled conversations of its agents that are over
 * @param talkMs those conversations, hold included, added up
 * @param wrapUpMs its agents' wrap-ups that are over, added up
 */
public record TeamFigures(
    TeamId id, String name, Staffing staffing, long handled, long talkMs, long wrapUpMs) {

  /** AHT: (talk + hold + wrap-up) / handled, in milliseconds. */
  public OptionalDouble ahtMs() {
    return handled == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) (talkMs + wrapUpMs) / handled);
  }
}
