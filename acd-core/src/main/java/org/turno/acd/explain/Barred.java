package org.turno.acd.explain;

import java.util.List;
import org.turno.acd.plan.AgentId;
import org.turno.acd.routing.Eligibility;

/**
 * A signed-in agent who may not serve the contact, free or not.
 *
 * @param agent who
 * @param alias the name that screens show
 * @param bar why
 * @param gaps what of the requirement is missing; empty where the skills are not the reason
 */
public record Barred(AgentId agent, String alias, Eligibility.Bar bar, List<Gap> gaps) {
  /** Copies the list. */
  public Barred {
    gaps = List.copyOf(gaps);
  }
}
