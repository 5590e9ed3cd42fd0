package org.turno.stats;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.QueueId;

/**
 * Places in the queues at one moment: priority with what waiting has added to it, then age. A
 * contact that is being offered keeps its place.
 */
public final class Positions {
  private final Map<ContactId, Integer> byContact = new HashMap<>();
  private final Map<QueueId, Ageing> ageing = new HashMap<>();
  private final long nowMs;

  private Positions(FloorFigures figures, long nowMs) {
    this.nowMs = nowMs;
    figures.queues().forEach(queue -> ageing.put(queue.id(), queue.ageing()));
    Map<QueueId, Integer> last = new HashMap<>();
    figures.contacts().stream()
        .filter(contact -> contact.state().unanswered())
        .sorted(
            Comparator.comparingInt(this::priorityNow)
                .reversed()
                .thenComparingLong(ContactFigures::placeMs)
                .thenComparingLong(ContactFigures::placeTie)
                .thenComparingLong(ContactFigures::order))
        .forEach(
            contact -> {
              QueueId queue = contact.queue();
              if (queue != null) {
                byContact.put(contact.id(), last.merge(queue, 1, Integer::sum));
              }
            });
  }

  private int priorityNow(ContactFigures contact) {
    QueueId queue = contact.queue();
    Ageing gains = queue == null ? Ageing.NONE : ageing.getOrDefault(queue, Ageing.NONE);
    return contact.priority() + gains.gain(nowMs - contact.placeMs());
  }

  /** Works out every place. */
  public static Positions in(FloorFigures figures, long nowMs) {
    return new Positions(figures, nowMs);
  }

  /** 1 for the first in its queue; 0 for a contact that waits in none. */
  public int of(ContactId contact) {
    return byContact.getOrDefault(contact, 0);
  }
}
