package org.turno.acd.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.plan.ContactId;

/**
 * Tells why a contact was treated as it was, from the journal alone. The entries are applied as
 * recovery does, and before each decision about the contact the router is asked who could have been
 * asked; nothing is decided again. One thread.
 */
public final class Explainer {
  /** How many ids are named where the one asked for is not clear. */
  static final int NAMED = 5;

  /** How all ids begin; people leave it out. */
  private static final String COMMON = "c-";

  private final String wanted;
  private final AcdState state;
  private final StateClock clock = new StateClock();
  private final List<ContactId> matches = new ArrayList<>();
  private final List<ContactId> near = new ArrayList<>();
  private @Nullable Tracker tracker;
  private ObservedStory.@Nullable Collector observed;
  private long matchCount;
  private boolean exact;

  /** What was found. */
  public sealed interface Answer {
    /** The one contact that was meant. */
    record Found(ContactStory story) implements Answer {}

    /** The one contact that was meant, which waited in a PBX's own queue. */
    record Observed(ObservedStory story) implements Answer {}

    /**
     * Several begin like that.
     *
     * @param count how many
     * @param first some of them, in order of arrival
     */
    record Ambiguous(long count, List<ContactId> first) implements Answer {}

    /**
     * None is called so.
     *
     * @param near those that a slip would explain, the nearest first; perhaps empty
     * @param contacts how many there are
     */
    record Unknown(List<ContactId> near, long contacts) implements Answer {}
  }

  private Explainer(String wanted, AcdState before) {
    this.wanted = wanted;
    this.state = before;
    clock.begins(before);
  }

  /**
   * Reads a journal as far as needed: to the contact's end where its whole id is given, else to the
   * journal's end.
   *
   * @param entries in order from seq 1
   * @param wanted a contact's id, or the beginning of just one id
   * @param progress told each entry
   * @throws JournalException when an entry is missing
   */
  public static Answer explain(Iterator<Entry> entries, String wanted, Consumer<Entry> progress) {
    return explain(new AcdState(), entries, wanted, progress);
  }

  /**
   * The same for a journal whose first days were removed.
   *
   * @param before the state before the first entry; changed
   */
  public static Answer explain(
      AcdState before, Iterator<Entry> entries, String wanted, Consumer<Entry> progress) {
    Explainer explainer = new Explainer(wanted, before);
    while (entries.hasNext() && !explainer.done()) {
      Entry entry = entries.next();
      explainer.take(entry);
      progress.accept(entry);
    }
    return explainer.answer();
  }

  private boolean done() {
    return exact && ((tracker != null && tracker.over()) || (observed != null && observed.over()));
  }

  private void take(Entry entry) {
    if (entry.seq() != state.seq() + 1) {
      throw new JournalException(
          "entry "
              + entry.seq()
              + " follows entry "
              + state.seq()
              + " in the journal: entries are missing; restore the journal from its backup");
    }
    state.apply(entry, event -> before(event, entry));
    clock.after(state);
    if (tracker != null) {
      tracker.after();
    }
  }

  private void before(Event event, Entry entry) {
    if (event instanceof ContactEvent.Arrived arrived && !exact) {
      arrived(arrived.contact(), false);
    }
    if (event instanceof ObservedEvent seen) {
      if (seen instanceof ObservedEvent.Arrived arrived && !exact) {
        arrived(arrived.contact(), true);
      }
      if (observed != null) {
        observed.take(seen, entry.seq(), entry.timeMs());
      }
    }
    clock.before(event, state);
    if (tracker != null) {
      tracker.before(event, entry);
    }
  }

  private void follow(ContactId contact, boolean looksOn) {
    tracker = looksOn ? null : new Tracker(contact, state, clock);
    observed = looksOn ? new ObservedStory.Collector(contact) : null;
  }

  private void arrived(ContactId contact, boolean looksOn) {
    if (contact.value().equals(wanted) || contact.value().equals(COMMON + wanted)) {
      exact = true;
      follow(contact, looksOn);
    } else if (contact.value().startsWith(wanted) || contact.value().startsWith(COMMON + wanted)) {
      matchCount++;
      if (matches.size() < NAMED) {
        matches.add(contact);
      }
      tracker = null;
      observed = null;
      if (matchCount == 1) {
        follow(contact, looksOn);
      }
    } else if (matchCount == 0) {
      noteNear(contact);
    }
  }

  private void noteNear(ContactId contact) {
    String typed = wanted.startsWith(COMMON) ? wanted : COMMON + wanted;
    if (Slip.explains(typed, contact.value())) {
      near.add(contact);
      near.sort(Comparator.comparingInt(id -> Slip.distance(typed, id.value())));
      if (near.size() > NAMED) {
        near.removeLast();
      }
    }
  }

  private Answer answer() {
    if (tracker != null) {
      return new Answer.Found(tracker.story());
    }
    if (observed != null) {
      return new Answer.Observed(observed.story(state.timeMs()));
    }
    return matchCount > 0
        ? new Answer.Ambiguous(matchCount, List.copyOf(matches))
        : new Answer.Unknown(List.copyOf(near), state.contactCount());
  }
}
