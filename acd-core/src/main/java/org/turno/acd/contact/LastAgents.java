package org.turno.acd.contact;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.CustomerId;

/**
 * Who served which customer last, for a while. Changed only while an event is applied, by one
 * thread. Who was served longest ago is forgotten first, when there are too many.
 */
public final class LastAgents {
  /** Some megabytes at most; a day of the largest lines has fewer customers. */
  private static final int MOST = 100_000;

  private record Served(AgentId agent, long untilMs) {}

  private final Map<CustomerId, Served> byCustomer = new LinkedHashMap<>();

  /** An agent serves a customer. */
  public void served(CustomerId customer, AgentId agent, long untilMs, long nowMs) {
    byCustomer.remove(customer);
    byCustomer.put(customer, new Served(agent, untilMs));
    Iterator<Served> oldest = byCustomer.values().iterator();
    Served first = oldest.next();
    while (byCustomer.size() > MOST || first.untilMs <= nowMs) {
      oldest.remove();
      if (byCustomer.isEmpty()) {
        return;
      }
      first = oldest.next();
    }
  }

  /** Nobody is to be remembered any more. */
  public void forget() {
    byCustomer.clear();
  }

  /** Who served a customer last; null for nobody, or too long ago. */
  public @Nullable AgentId of(CustomerId customer, long nowMs) {
    Served served = byCustomer.get(customer);
    return served == null || served.untilMs <= nowMs ? null : served.agent;
  }

  @Override
  public String toString() {
    return byCustomer.toString();
  }
}
