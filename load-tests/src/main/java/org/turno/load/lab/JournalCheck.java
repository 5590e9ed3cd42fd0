package org.turno.load.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turno.acd.contact.Contact;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.journal.JournalReader;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;

/**
 * A journal counted again, entry by entry, for a floor where every agent serves every caller: what
 * happened to each contact, whether each offer was the turn of the one who got it, and how long
 * after each start the first offer was made.
 */
final class JournalCheck {
  private static final Comparator<Contact> TURN =
      Comparator.comparingInt(Contact::priority)
          .reversed()
          .thenComparingLong(Contact::placeMs)
          .thenComparingLong(Contact::ordinal);

  private final AcdState state = new AcdState();
  private final Map<ContactId, Integer> ends = new LinkedHashMap<>();
  private final Map<ContactEvent.Outcome, Long> outcomes =
      new EnumMap<>(ContactEvent.Outcome.class);
  private final Map<AgentId, Long> offersTo = new LinkedHashMap<>();
  private final List<Long> firstOfferMs = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private boolean started;

  private JournalCheck() {}

  /** Reads a journal from its first entry to its last. */
  static JournalCheck of(Path journal) {
    JournalCheck check = new JournalCheck();
    try (JournalReader reader = JournalReader.open(journal, 1)) {
      while (reader.hasNext()) {
        check.entry(reader.next());
      }
    }
    check.ends.forEach(
        (contact, times) -> {
          if (times != 1) {
            check.faults.add("contact " + contact + " ended " + times + " times in the journal");
          }
        });
    return check;
  }

  private void entry(Entry entry) {
    if (entry.input() instanceof AdminInput.Restarted) {
      started = true;
    }
    state.apply(entry, event -> before(entry, event));
  }

  private void before(Entry entry, Event event) {
    switch (event) {
      case ContactEvent.Arrived e -> ends.put(e.contact(), 0);
      case ContactEvent.Ended e -> {
        ends.merge(e.contact(), 1, Integer::sum);
        outcomes.merge(e.outcome(), 1L, Long::sum);
      }
      case OfferEvent.Made e -> {
        offersTo.merge(e.agent(), 1L, Long::sum);
        if (started) {
          started = false;
          firstOfferMs.add(entry.timeMs());
        }
        checkTurn(entry, e);
      }
      default -> {}
    }
  }

  private void checkTurn(Entry entry, OfferEvent.Made offer) {
    state.contacts().stream()
        .filter(Contact::waiting)
        .min(TURN)
        .filter(first -> !first.id().equals(offer.contact()))
        .ifPresent(
            first ->
                faults.add(
                    "entry "
                        + entry.seq()
                        + " offers contact "
                        + offer.contact()
                        + " while it is the turn of "
                        + first.id()));
  }

  /** How many contacts ended so. */
  long count(ContactEvent.Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  /** How many contacts there were. */
  int contacts() {
    return ends.size();
  }

  /** How many offers an agent got. */
  long offersTo(AgentId agent) {
    return offersTo.getOrDefault(agent, 0L);
  }

  /** When the first offer was made after each start but the first, epoch milliseconds. */
  List<Long> firstOfferMs() {
    return firstOfferMs;
  }

  /** What must not be, one line each. */
  List<String> faults() {
    return faults;
  }
}
