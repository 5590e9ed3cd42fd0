package org.turno.acd.explain;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.routing.Eligibility;

/** Finds out which contact took an agent over: the journal tells only from whom. */
final class TakeOver {
  private TakeOver() {}

  /**
   * The only contact that began to wait in the same decision and may take over; null where several
   * may.
   *
   * @param state just before the offer failed
   */
  static @Nullable ContactId taker(OfferEvent.Failed failed, Entry entry, AcdState state) {
    Contact victim = state.findContact(failed.contact());
    Agent agent = state.findAgent(failed.agent());
    TreeSet<ContactId> takers = new TreeSet<>();
    for (Event event : entry.events()) {
      ContactId id =
          switch (event) {
            case ContactEvent e -> e.contact();
            case OfferEvent.Failed e -> e.contact();
            case Event e -> null;
          };
      Contact contact = id == null ? null : state.findContact(id);
      if (contact != null
          && victim != null
          && agent != null
          && contact != victim
          && contact.waiting()
          && takesOver(contact, state)
          && Eligibility.bar(agent, contact) == null
          && state.rank(contact).compareTo(state.rank(victim)) < 0) {
        takers.add(contact.id());
      }
    }
    return takers.size() == 1 ? takers.getFirst() : null;
  }

  private static boolean takesOver(Contact contact, AcdState state) {
    QueueId queue = contact.queue();
    QueuePlan plan = queue == null ? null : new Names(state).queue(queue);
    return plan != null && plan.routing().takesOver();
  }
}
