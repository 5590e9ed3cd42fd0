package org.turno.acd.plan;

import java.util.List;

/**
 * Somebody who may take part in the conversations of others.
 *
 * @param name by which the supervisor asks
 * @param phone that rings for it
 * @param may in what ways
 */
public record SupervisorPlan(String name, PhoneId phone, List<ListenMode> may) {
  /** Copies the list. */
  public SupervisorPlan {
    may = List.copyOf(may);
  }
}
