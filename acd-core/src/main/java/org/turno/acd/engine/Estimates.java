package org.turno.acd.engine;

import org.turno.acd.contact.Contact;
import org.turno.acd.estimate.Outlook;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.WaitEstimate;
import org.turno.acd.plan.QueueId;

/** When the core itself estimates how long a contact will wait. */
final class Estimates {
  private Estimates() {}

  /**
   * Of the contacts that came into a queue and found nobody free, one in a while is estimated, so
   * that estimates can be held against what comes.
   */
  static void sample(Decision d) {
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
}
