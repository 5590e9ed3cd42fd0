package org.turno.stats;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.QueueId;

/**
 * Places in the queues: priority first, then age. A contact that is being offered keeps its own.
 */
public final class Positions {
  private static final Comparator<ContactFigures> SERVED_FIRST =
      Comparator.comparingInt(ContactFigures::priority)
          .reversed()
          .thenComparingLong(ContactFigures::arrivedMs)
          .thenComparingLong(ContactFigures::order);

  private final Map<ContactId, Integer> byContact = new HashMap<>();

  private Positions(List<ContactFigures> contacts) {
    Map<QueueId, Integer> last = new HashMap<>();
    contacts.stream()
        .filter(c -> c.state().unanswered())
        .sorted(SERVED_FIRST)
        .forEach(
            c -> {
              QueueId queue = c.queue();
              if (queue != null) {
                byContact.put(c.id(), last.merge(queue, 1, Integer::sum));
              }
            });
  }

  /** Works out every place. */
  public static Positions in(FloorFigures figures) {
    return new Positions(figures.contacts());
  }

  /** 1 for the first in its queue; 0 for a contact that waits in none. */
  public int of(ContactId contact) {
    return byContact.getOrDefault(contact, 0);
  }
}
