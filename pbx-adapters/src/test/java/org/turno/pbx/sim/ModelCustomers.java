package org.turno.pbx.sim;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.CustomerId;

/** Who served which customer last, as the events tell. */
final class ModelCustomers {
  private final Map<@Nullable CustomerId, AgentId> served = new LinkedHashMap<>();

  void recognized(ModelContact contact, ContactEvent.Recognized e) {
    if (!e.agent().equals(served.get(contact.arrival.wishes().customer()))) {
      throw new InvariantBroken(
          "CustomersAreKnown", "was not the last to serve the customer: " + e);
    }
    contact.last = e.agent();
    contact.only = e.waits() ? e.agent() : null;
  }

  void remembered(ModelContact contact, ContactEvent.Remembered e) {
    if (contact.stage != ModelContact.Stage.TALKING) {
      throw new InvariantBroken("CustomersAreKnown", "is remembered without a talk: " + e);
    }
    served.put(e.customer(), e.agent());
  }
}
