package org.turno.acd.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.engine.AcdState;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.routing.Eligibility;
import org.turno.acd.routing.Rank;

/** Who was or would have been served before a contact during one wait, and what became of each. */
final class Rivals {
  private static final class Course {
    final Rival start;
    Rival.Fate fate = Rival.Fate.WAITING;
    long fateMs;
    @Nullable Agent agent;

    Course(Rival start, long timeMs) {
      this.start = start;
      this.fateMs = timeMs;
    }

    void becomes(Rival.Fate newFate, long timeMs, @Nullable Agent by) {
      fate = newFate;
      fateMs = timeMs;
      agent = by;
    }

    Rival at(long endMs) {
      boolean open = fate == Rival.Fate.WAITING;
      return new Rival(
          start.contact(),
          start.queue(),
          start.aheadMs(),
          start.lead(),
          start.weight(),
          start.priority(),
          start.ownWeight(),
          start.ownPriority(),
          start.cameLater(),
          fate,
          open ? endMs : fateMs,
          agent == null ? null : agent.id(),
          agent == null ? null : agent.plan().alias());
    }
  }

  private final Map<ContactId, Course> courses = new LinkedHashMap<>();

  /** The wait begins. */
  Rivals(AcdState state, Contact contact) {
    List<Agent> able =
        state.agents().stream()
            .filter(agent -> agent.isSignedIn() && Eligibility.bar(agent, contact) == null)
            .toList();
    Rank own = state.rank(contact);
    List<Rank> ahead = new ArrayList<>();
    for (Contact other : state.contacts()) {
      if (inQueue(other)
          && !other.id().equals(contact.id())
          && state.rank(other).compareTo(own) < 0
          && able.stream().anyMatch(agent -> Eligibility.bar(agent, other) == null)) {
        ahead.add(state.rank(other));
      }
    }
    ahead.stream().sorted().forEach(rank -> add(rank, own, lead(rank, own), state));
  }

  private static boolean inQueue(Contact contact) {
    return switch (contact.state()) {
      case WAITING, OFFERED -> contact.queue() != null;
      case CONNECTING, TALKING -> false;
    };
  }

  private void add(Rank rank, Rank own, Rival.Lead lead, AcdState state) {
    Contact other = rank.contact();
    QueueId queue = other.queue();
    if (queue == null) {
      throw new IllegalStateException(other + " is in no queue");
    }
    Rival rival =
        new Rival(
            other.id(),
            queue,
            own.contact().placeMs() - other.placeMs(),
            lead,
            rank.weight(),
            rank.priority(),
            own.weight(),
            own.priority(),
            other.arrivedMs() > own.contact().arrivedMs(),
            Rival.Fate.WAITING,
            state.timeMs(),
            null,
            null);
    Course course = new Course(rival, state.timeMs());
    if (other.state() == Contact.State.OFFERED && other.agent() != null) {
      course.becomes(Rival.Fate.OFFERED, state.timeMs(), state.findAgent(other.agent()));
    }
    courses.put(other.id(), course);
  }

  private static Rival.Lead lead(Rank rank, Rank own) {
    if (rank.compareTo(own) > 0) {
      return Rival.Lead.NONE;
    } else if (rank.weight() != own.weight()) {
      return Rival.Lead.WEIGHT;
    } else if (rank.priority() != own.priority()) {
      return Rival.Lead.PRIORITY;
    }
    return moved(rank.contact()) || moved(own.contact()) ? Rival.Lead.MOVED : Rival.Lead.AGE;
  }

  private static boolean moved(Contact contact) {
    return contact.placeTie() != 0
        || contact.placeMs() != contact.arrivedMs() - contact.wishes().ivrMs();
  }

  /** An event is about to take effect while the contact waits. */
  void before(Event event, AcdState state, Contact contact) {
    switch (event) {
      case OfferEvent.Made e -> made(e, state, contact);
      case OfferEvent.Failed e when ringsElsewhere(e, state) -> {}
      case OfferEvent.Failed e -> becomes(e.contact(), Rival.Fate.WAITING, state, null);
      case ContactEvent.Answered e -> becomes(e.contact(), Rival.Fate.ANSWERED, state, e.agent());
      case ContactEvent.Returned e -> becomes(e.contact(), Rival.Fate.WAITING, state, null);
      case ContactEvent.Ended e -> ended(e, state);
      case Event e -> {}
    }
  }

  private static boolean ringsElsewhere(OfferEvent.Failed failed, AcdState state) {
    Contact contact = state.findContact(failed.contact());
    return contact != null && contact.offers().size() > 1;
  }

  private void made(OfferEvent.Made made, AcdState state, Contact contact) {
    Contact other = state.findContact(made.contact());
    Agent agent = state.findAgent(made.agent());
    if (other == null || agent == null || other.id().equals(contact.id())) {
      return;
    }
    if (!courses.containsKey(other.id()) && Eligibility.bar(agent, contact) == null) {
      Rank rank = state.rank(other);
      Rank own = state.rank(contact);
      boolean keptBack = state.keptBackBy(agent, contact) != null;
      add(rank, own, keptBack ? Rival.Lead.RESERVE : lead(rank, own), state);
    }
    becomes(other.id(), Rival.Fate.OFFERED, state, agent.id());
  }

  private void ended(ContactEvent.Ended ended, AcdState state) {
    Course course = courses.get(ended.contact());
    if (course == null || course.fate == Rival.Fate.ANSWERED) {
      return;
    }
    Rival.Fate fate =
        switch (ended.outcome()) {
          case SERVED -> Rival.Fate.ANSWERED;
          case ABANDONED -> Rival.Fate.ABANDONED;
          case OVERFLOWED, TURNED_AWAY -> Rival.Fate.OVERFLOWED;
          case CALLBACK_FAILED, CALLBACK_MERGED, CALLBACK_CANCELLED, CALLBACK_EXPIRED ->
              Rival.Fate.CALLBACK_OVER;
          case TAKEN_BY_PBX -> Rival.Fate.TAKEN_BY_PBX;
          case LOST -> Rival.Fate.LOST;
          case UNSERVABLE -> Rival.Fate.UNSERVABLE;
        };
    course.becomes(fate, state.timeMs(), null);
  }

  private void becomes(ContactId other, Rival.Fate fate, AcdState state, @Nullable AgentId by) {
    Course course = courses.get(other);
    if (course != null) {
      course.becomes(fate, state.timeMs(), by == null ? null : state.findAgent(by));
    }
  }

  /** The wait ended or goes on. */
  List<Rival> at(long timeMs) {
    return courses.values().stream().map(course -> course.at(timeMs)).toList();
  }
}
