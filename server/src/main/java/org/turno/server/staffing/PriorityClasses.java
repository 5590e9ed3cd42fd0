package org.turno.server.staffing;

import java.util.List;

/**
 * A group with a queue in which classes of calls go before one another and no conversation is cut
 * short: non-preemptive priorities. A. Cobham, "Priority assignment in waiting line problems",
 * 1954.
 *
 * @param callsPerS how many of each class come, per second, the class that goes first first
 * @param handlingS mean handling time of every class, seconds
 */
public record PriorityClasses(int agents, List<Double> callsPerS, double handlingS) {
  /** Copies the list. */
  public PriorityClasses {
    callsPerS = List.copyOf(callsPerS);
  }

  /**
   * Mean wait of a class, seconds, counted from 0: C / (n mu) / ((1 - s) (1 - t)), where s is the
   * occupancy by the classes before it and t that by them and itself.
   */
  public double meanWaitS(int which) {
    Load all = new Load(callsBefore(callsPerS.size()), handlingS);
    double untilSomebodyIsFreeS = new ErlangC(agents, all).waiting() * handlingS / agents;
    double before = callsBefore(which) * handlingS / agents;
    double withItself = callsBefore(which + 1) * handlingS / agents;
    return untilSomebodyIsFreeS / ((1 - before) * (1 - withItself));
  }

  private double callsBefore(int which) {
    double sum = 0;
    for (double calls : callsPerS.subList(0, which)) {
      sum += calls;
    }
    return sum;
  }
}
