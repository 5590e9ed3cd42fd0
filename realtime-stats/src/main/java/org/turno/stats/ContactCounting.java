package org.turno.stats;

import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent.Outcome;

/** What a contact's steps count, on the floor as a whole and in its queue. */
final class ContactCounting {
  private final Floor floor;
  private final FiguresObserver observer;

  ContactCounting(Floor floor, FiguresObserver observer) {
    this.floor = floor;
    this.observer = observer;
  }

  /** It is in a queue now. */
  void enters(ContactModel contact, QueueModel queue) {
    contact.queue = queue;
    queue.counter.offered(contact);
    observer.offered(queue.id);
    contact.everOffered = true;
    contact.foundClosed = false;
  }

  /** An unanswered contact is in another unanswered state. */
  void moves(ContactModel contact, ContactState to) {
    floor.totals.moves(contact.state, to);
    QueueModel queue = contact.queue;
    if (queue != null) {
      queue.counter.moves(contact.state, to);
    }
    contact.state = to;
    contact.changed();
  }

  void connected(ContactModel contact, long waitMs) {
    QueueModel queue = contact.queue;
    boolean inTime = queue != null && waitMs <= queue.plan.serviceLevelTargetMs();
    floor.totals.answered(contact, waitMs, inTime);
    if (queue != null) {
      queue.counter.answered(contact, waitMs, inTime);
      observer.answered(queue.id, waitMs);
    }
    contact.state = ContactState.TALKING;
    contact.answeredMs = contact.arrivedMs + waitMs;
    contact.changed();
  }

  /** It is over; the agent is told of a conversation that is. */
  void ended(
      ContactModel contact, Outcome outcome, long waitMs, long talkMs, @Nullable AgentModel agent) {
    QueueModel queue = contact.queue;
    if (contact.state != ContactState.TALKING) {
      endedUnanswered(contact, outcome, waitMs);
      return;
    }
    floor.totals.handled(talkMs);
    if (queue != null) {
      queue.counter.handled(talkMs);
    }
    if (agent != null) {
      agent.finishedOne(talkMs);
    }
  }

  private void endedUnanswered(ContactModel contact, Outcome outcome, long waitMs) {
    QueueModel queue = contact.queue;
    if (contact.foundClosed) {
      floor.totals.foundClosed(contact);
      return;
    }
    boolean shortWait =
        outcome == Outcome.ABANDONED && queue != null && waitMs < queue.plan.shortAbandonMs();
    floor.totals.endedUnanswered(contact, outcome, shortWait);
    if (queue != null) {
      queue.counter.endedUnanswered(contact, outcome, shortWait);
      observer.endedUnanswered(queue.id, outcome, waitMs);
    }
  }
}
