package org.turno.acd.journal;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.HexFormat;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;

/**
 * Goes through the days of a journal and does not stop at damage: tells where the entries that
 * follow one another end, and what can be read behind that.
 */
final class JournalScan {
  private final Path folder;
  private final EntryCodec codec = new EntryCodec();
  private final long fromSeq;
  private long expectedSeq;
  private @Nullable Entry lastGood;
  private @Nullable String damage;
  private int damagedDay;
  private long unreadable;
  private long foreign;
  private long readable;
  private long firstSeqBehind;
  private @Nullable Entry lastBehind;
  private long firstTimeMsBehind;
  private long arrivals;
  private long endings;

  private JournalScan(Path folder, long fromSeq) {
    this.folder = folder;
    this.fromSeq = fromSeq;
    this.expectedSeq = fromSeq;
  }

  /**
   * Reads everything from an entry on.
   *
   * @param fromSeq 0 for the first there is
   * @return null where all is whole
   */
  static @Nullable Damage from(Path folder, long fromSeq) {
    JournalScan scan = new JournalScan(folder, fromSeq);
    int firstDay = fromSeq == 0 ? Integer.MIN_VALUE : dayOf(folder, fromSeq);
    try (SingleChronicleQueue queue = JournalFolder.openReadOnly(folder);
        ExcerptTailer tailer = queue.createTailer()) {
      for (int day : JournalFolder.dayFiles(folder).tailMap(firstDay, true).keySet()) {
        scan.day(queue, tailer, day);
      }
    }
    scan.compareWithTheEnd();
    return scan.result();
  }

  /** The day whose file holds an entry, going by the files' first entries. */
  private static int dayOf(Path folder, long seq) {
    int found = Integer.MIN_VALUE;
    for (int day : JournalFolder.dayFiles(folder).keySet()) {
      Entry first = firstOf(folder, day);
      if (first != null && first.seq() <= seq) {
        found = day;
      }
    }
    return found;
  }

  private static @Nullable Entry firstOf(Path folder, int day) {
    try (EntryCursor cursor = EntryCursor.ofDay(folder, day)) {
      return cursor.next();
    } catch (JournalException unreadable) {
      return null;
    }
  }

  private void day(SingleChronicleQueue queue, ExcerptTailer tailer, int day) {
    if (!tailer.moveToCycle(day)) {
      return;
    }
    boolean more = true;
    while (more) {
      try (DocumentContext context = tailer.readingDocument()) {
        more = context.isPresent() && queue.rollCycle().toCycle(context.index()) == day;
        if (more) {
          document(day, context.index(), requireNonNull(context.wire()).bytes().toByteArray());
        }
      } catch (RuntimeException | InternalError | AssertionError e) {
        damaged(day, "the file's own marks are damaged (" + e.getMessage() + ")");
        more = false;
      }
    }
  }

  private void document(int day, long index, byte[] document) {
    try {
      entry(day, index, codec.decode(document));
    } catch (JournalException e) {
      long before = unreadable;
      damaged(day, "index 0x" + HexFormat.of().toHexDigits(index) + ": " + e.getMessage());
      if (unreadable > before && codec.isWhole(document)) {
        foreign++;
      }
    }
  }

  private void entry(int day, long index, Entry entry) {
    if (damage == null && entry.seq() < expectedSeq && entry.seq() < fromSeq) {
      lastGood = entry.seq() == fromSeq - 1 ? entry : null;
      return;
    }
    if (damage == null && expectedSeq != 0 && entry.seq() != expectedSeq) {
      note(
          day,
          "index 0x"
              + HexFormat.of().toHexDigits(index)
              + ": entry "
              + expectedSeq
              + " is due and entry "
              + entry.seq()
              + " is there");
    }
    if (damage == null) {
      lastGood = entry;
      expectedSeq = entry.seq() + 1;
    } else {
      behind(entry);
    }
  }

  private void behind(Entry entry) {
    if (readable++ == 0) {
      firstSeqBehind = entry.seq();
      firstTimeMsBehind = entry.timeMs();
    }
    lastBehind = entry;
    for (Event event : entry.events()) {
      if (event instanceof ContactEvent.Arrived) {
        arrivals++;
      } else if (event instanceof ContactEvent.Ended) {
        endings++;
      }
    }
  }

  private void damaged(int day, String what) {
    if (fromSeq > 0 && lastGood == null) {
      return; // it may be of an entry that nobody asked for: the next one tells
    }
    unreadable++;
    note(day, what);
  }

  private void note(int day, String what) {
    if (damage == null) {
      damage = what;
      damagedDay = day;
    }
  }

  /** A page that the disk lost looks like the file's end: the file's own end tells. */
  private void compareWithTheEnd() {
    Entry good = lastGood;
    if (damage != null || good == null) {
      return;
    }
    try (EntryCursor cursor = EntryCursor.open(folder)) {
      Entry last = cursor.last();
      if (last != null && last.seq() > good.seq()) {
        damaged(
            JournalDays.dayOf(last.timeMs()),
            "nothing readable follows, though entry " + last.seq() + " is there");
        behind(last);
      }
    } catch (JournalException e) {
      damaged(JournalDays.dayOf(good.timeMs()), String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Damage result() {
    if (damage == null) {
      return null;
    }
    Path file = JournalFolder.dayFiles(folder).get(damagedDay);
    Entry good = lastGood;
    Entry last = lastBehind;
    return new Damage(
        file == null ? folder : file,
        damagedDay,
        damage,
        good == null ? Math.max(0, expectedSeq - 1) : good.seq(),
        good == null ? 0 : good.timeMs(),
        unreadable,
        foreign,
        readable,
        firstSeqBehind,
        last == null ? 0 : last.seq(),
        firstTimeMsBehind,
        last == null ? 0 : last.timeMs(),
        arrivals,
        endings);
  }
}
