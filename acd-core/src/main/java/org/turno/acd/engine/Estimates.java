package org.turno.acd.engine;

import org.turno.acd.contact.Contact;
import org.turno.acd.estimate.Outlook;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.WaitEstimate;
import org.turno.acd.plan.QueueId;

/** When the core itself estimates how long a contact will wait. */
final class Estimates {
  /**
   * An estimate looks at all who wait and work: it is had in one of so many decisions that each of
   * them stands for no more than these, however many they are. By the decision's number, since an
   * estimate that could not be had leaves no trace from which to count.
   */
  private static final int HEADS_PER_DECISION = 4;

  private Estimates() {}

  /**
   * Of the contacts that came into a queue and found nobody free, one in a while is estimated, so
   * that estimates can be held against what comes.
   */
  static void sample(Decision d) {
    if (d.entered().isEmpty() || !isDue(d)) {
      return;
    }
    Outlook outlook = null;
    for (Contact contact : d.entered()) {
      QueueId queue = contact.queue();
      if (contact.waiting() && queue != null && d.state.estimates.maySample(queue, d.timeMs)) {
        outlook = outlook == null ? d.state.outlook() : outlook;
        WaitEstimate estimate = outlook.of(contact.id());
        if (estimate != null) {
          d.emit(new ContactEvent.Estimated(contact.id(), queue, estimate));
        }
      }
    }
  }

  private static boolean isDue(Decision d) {
    int heads = d.state.contacts().size() + d.state.agents().size();
    return d.seq % Math.max(1, heads / HEADS_PER_DECISION) == 0;
  }
}
