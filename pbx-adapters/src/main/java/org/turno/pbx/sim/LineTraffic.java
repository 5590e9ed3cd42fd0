package org.turno.pbx.sim;

import java.util.List;
import org.turno.acd.plan.LineId;

/**
 * Who calls a line: Poisson within each slot, lognormal talk with a coefficient of variation of 1,
 * exponential patience.
 *
 * @param line which line
 * @param slotMs length of a slot; the day begins again after the last one
 * @param callsPerSlot mean number of calls in each slot
 * @param talkMeanMs mean conversation
 * @param wrapUpMeanMs mean wrap-up
 * @param patienceMeanMs mean time after which a caller who is not served hangs up
 */
public record LineTraffic(
    LineId line,
    long slotMs,
    List<Double> callsPerSlot,
    double talkMeanMs,
    double wrapUpMeanMs,
    double patienceMeanMs) {
  /** Copies the list. */
  public LineTraffic {
    callsPerSlot = List.copyOf(callsPerSlot);
    if (slotMs <= 0 || callsPerSlot.stream().noneMatch(calls -> calls > 0)) {
      throw new IllegalArgumentException("line " + line + " has no calls: leave it out");
    }
  }

  /** The same line with so many times the calls. */
  LineTraffic times(double factor) {
    return new LineTraffic(
        line,
        slotMs,
        callsPerSlot.stream().map(calls -> calls * factor).toList(),
        talkMeanMs,
        wrapUpMeanMs,
        patienceMeanMs);
  }
}
