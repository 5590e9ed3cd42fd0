package org.turno.acd.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.plan.ContactId;

/**
 * What was seen of a contact in a PBX's own queue. Why that PBX chose as it did is not known.
 *
 * @param contact which
 * @param lastMs the time of the last entry that was read, epoch milliseconds
 * @param steps in order of time; the first is its arrival
 */
public record ObservedStory(ContactId contact, long lastMs, List<Seen> steps) {
  /** One thing that was seen, and when: epoch milliseconds. */
  public record Seen(long seq, long timeMs, ObservedEvent event) {}

  /** Copies the list. */
  public ObservedStory {
    steps = List.copyOf(steps);
  }

  /** Collects what is seen of one contact. */
  static final class Collector {
    private final ContactId contact;
    private final List<Seen> steps = new ArrayList<>();
    private boolean over;

    Collector(ContactId contact) {
      this.contact = contact;
    }

    void take(ObservedEvent event, long seq, long timeMs) {
      if (contact.equals(contactOf(event))) {
        steps.add(new Seen(seq, timeMs, event));
        over |= event instanceof ObservedEvent.Ended;
      }
    }

    boolean over() {
      return over;
    }

    ObservedStory story(long lastMs) {
      return new ObservedStory(contact, lastMs, steps);
    }
  }

  /** Whom an event is about; null where it is about no contact. */
  static @Nullable ContactId contactOf(ObservedEvent event) {
    return switch (event) {
      case ObservedEvent.Arrived e -> e.contact();
      case ObservedEvent.Rung e -> e.contact();
      case ObservedEvent.RingEnded e -> e.contact();
      case ObservedEvent.Leaving e -> e.contact();
      case ObservedEvent.Answered e -> e.contact();
      case ObservedEvent.Ended e -> e.contact();
      case ObservedEvent.Sighted _,
          ObservedEvent.SightLost _,
          ObservedEvent.QueueFound _,
          ObservedEvent.QueueGone _,
          ObservedEvent.AgentPlaced _,
          ObservedEvent.AgentRemoved _,
          ObservedEvent.AgentPhoneChanged _ ->
          null;
    };
  }
}
