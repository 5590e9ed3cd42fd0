package org.turno.server.app;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.PhoneId;

/** Which phones are agents' phones, as the configuration in force has it. Safe for any thread. */
public final class AgentPhones {
  private volatile SortedSet<PhoneId> phones = Collections.emptySortedSet();

  /** Those of a configuration. */
  public AgentPhones(FloorPlan plan) {
    inForce(plan);
  }

  /** Another configuration is in force. */
  public void inForce(FloorPlan plan) {
    phones = new TreeSet<>(plan.agents().stream().map(AgentPlan::phone).toList());
  }

  /** Whether an agent is rung there. */
  public boolean contains(PhoneId phone) {
    return phones.contains(phone);
  }
}
