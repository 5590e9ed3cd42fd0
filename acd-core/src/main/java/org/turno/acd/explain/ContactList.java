package org.turno.acd.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.QueueId;

/** The contacts of a journal, to find one by its time, its line or its wait. */
public final class ContactList {
  private static final class Row {
    final ContactEvent.Arrived came;
    @Nullable QueueId queue;
    @Nullable AgentId agent;
    ContactEvent.@Nullable Outcome outcome;
    long waitMs = -1;
    int offers;

    Row(ContactEvent.Arrived came) {
      this.came = came;
    }
  }

  private final int atMost;
  private final Map<AgentId, String> aliases = new HashMap<>();
  private final LinkedHashMap<ContactId, Row> rows = new LinkedHashMap<>();
  private long count;
  private long lastMs;

  /**
   * What was found.
   *
   * @param count how many there are
   * @param last the last ones, in order of arrival
   * @param lastMs the time of the last entry, epoch milliseconds
   */
  public record Found(long count, List<ContactLine> last, long lastMs) {
    /** Copies the list. */
    public Found {
      last = List.copyOf(last);
    }
  }

  private ContactList(int atMost) {
    this.atMost = atMost;
  }

  /**
   * Reads all entries.
   *
   * @param atMost how many contacts are kept: the last ones
   * @param progress told each entry
   */
  public static Found of(Iterator<Entry> entries, int atMost, Consumer<Entry> progress) {
    ContactList list = new ContactList(atMost);
    while (entries.hasNext()) {
      Entry entry = entries.next();
      list.lastMs = entry.timeMs();
      for (Event event : entry.events()) {
        list.take(event, entry.timeMs());
      }
      progress.accept(entry);
    }
    return new Found(list.count, list.lines(), list.lastMs);
  }

  private void take(Event event, long timeMs) {
    switch (event) {
      case ContactEvent.Arrived e -> {
        count++;
        rows.put(e.contact(), new Row(e));
        if (rows.size() > atMost) {
          rows.pollFirstEntry();
        }
      }
      case SystemEvent.PlanApplied e ->
          e.plan().agents().forEach(agent -> aliases.put(agent.id(), agent.alias()));
      case OfferEvent.Made e -> {
        Row row = rows.get(e.contact());
        if (row != null) {
          row.offers++;
        }
      }
      case ContactEvent e -> {
        Row row = rows.get(e.contact());
        if (row != null) {
          take(e, row, timeMs);
        }
      }
      case Event e -> {}
    }
  }

  private static void take(ContactEvent event, Row row, long timeMs) {
    switch (event) {
      case ContactEvent.Queued e -> row.queue = e.queue();
      case ContactEvent.Answered e -> {
        row.agent = e.agent();
        row.waitMs = timeMs - row.came.arrivedMs();
      }
      case ContactEvent.Returned e -> {
        row.agent = null;
        row.waitMs = -1;
      }
      case ContactEvent.Ended e -> {
        row.outcome = e.outcome();
        row.waitMs = e.waitMs();
      }
      case ContactEvent.Callback.Missed e -> {
        row.agent = null;
        row.waitMs = -1;
      }
      case ContactEvent.Callback e -> {}
      case ContactEvent.Listening e -> {}
      case ContactEvent.Arrived e -> {}
      case ContactEvent.Relaxed e -> {}
      case ContactEvent.Estimated e -> {}
      case ContactEvent.Announced e -> {}
      case ContactEvent.LanguageChosen e -> {}
      case ContactEvent.NamedAgentGivenUp e -> {}
      case ContactEvent.Recognized e -> {}
      case ContactEvent.Remembered e -> {}
      case ContactEvent.Reprioritized e -> {}
      case ContactEvent.Moved e -> {}
      case ContactEvent.BridgeRequested e -> {}
      case ContactEvent.Connected e -> {}
      case ContactEvent.Overflowed e -> {}
    }
  }

  private List<ContactLine> lines() {
    List<ContactLine> lines = new ArrayList<>();
    for (Map.Entry<ContactId, Row> entry : rows.entrySet()) {
      Row row = entry.getValue();
      lines.add(
          new ContactLine(
              entry.getKey(),
              row.came.arrivedMs(),
              row.came.line(),
              row.queue,
              row.agent,
              row.agent == null ? null : aliases.getOrDefault(row.agent, row.agent.value()),
              row.outcome,
              row.waitMs < 0 ? lastMs - row.came.arrivedMs() : row.waitMs,
              row.offers));
    }
    return lines;
  }
}
