package org.turno.acd.journal;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.NavigableMap;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.TailerDirection;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;

/**
 * Goes through a journal's entries in order and checks that each follows the one before. Never
 * writes. One thread at a time.
 */
final class EntryCursor implements AutoCloseable {
  private static final byte[] NOTHING = {};

  private final Path folder;
  private final SingleChronicleQueue queue;
  private final ExcerptTailer tailer;
  private final EntryCodec codec = new EntryCodec();
  private byte[] document = NOTHING;
  private long index;

  /** What the next entry must be; 0 while anything will do. */
  private long expectedSeq;

  private @Nullable Entry pending;

  /** What was read last; 0 before. */
  private long lastSeq;

  private EntryCursor(Path folder, SingleChronicleQueue queue) {
    this.folder = folder;
    this.queue = queue;
    tailer = queue.createTailer();
    tailer.singleThreadedCheckDisabled(true);
  }

  /** Before the first entry that the folder holds. */
  static EntryCursor open(Path folder) {
    EntryCursor cursor = new EntryCursor(folder, JournalFolder.openReadOnly(folder));
    cursor.toFirst();
    return cursor;
  }

  /**
   * Before an entry, which may be one that is yet to come.
   *
   * @throws JournalException when the journal begins later
   */
  static EntryCursor open(Path folder, long fromSeq) {
    EntryCursor cursor = open(folder);
    boolean found = false;
    try {
      cursor.seek(fromSeq);
      found = true;
      return cursor;
    } finally {
      if (!found) {
        cursor.close();
      }
    }
  }

  /** Before the first entry of a day's file. */
  static EntryCursor ofDay(Path folder, int day) {
    EntryCursor cursor = new EntryCursor(folder, JournalFolder.openReadOnly(folder));
    cursor.tailer.moveToCycle(day);
    return cursor;
  }

  /**
   * The next entry, or null where there is none yet.
   *
   * @throws JournalException when it is damaged or not the one that follows
   */
  @Nullable Entry next() {
    Entry entry = pending == null ? read() : pending;
    pending = null;
    if (entry == null) {
      return null;
    }
    if (expectedSeq != 0 && entry.seq() != expectedSeq) {
      throw new JournalException(
          where()
              + ": entry "
              + expectedSeq
              + " is due and entry "
              + entry.seq()
              + " is there. Entries or whole files are missing or doubled: put the missing files"
              + " back from a copy of the folder");
    }
    expectedSeq = entry.seq() + 1;
    return entry;
  }

  /** The bytes of the entry that {@link #next()} gave last; not to be changed. */
  byte[] document() {
    return document;
  }

  private void seek(long seq) {
    expectedSeq = seq;
    Entry first = null;
    for (int day : JournalFolder.dayFiles(folder).descendingKeySet()) {
      tailer.moveToCycle(day);
      try {
        first = read();
      } catch (JournalException damaged) {
        // Whoever asks for entries of an earlier day need not mind; the others will meet it again.
        continue;
      }
      if (first != null && first.seq() <= seq) {
        jump(first, seq);
        return;
      }
    }
    if (first != null) {
      throw beginsLater(first, seq);
    }
    toFirst();
  }

  private void toFirst() {
    NavigableMap<Integer, Path> days = JournalFolder.dayFiles(folder);
    if (days.isEmpty() || !tailer.moveToCycle(days.firstKey())) {
      tailer.toStart();
    }
    lastSeq = 0;
  }

  private JournalException beginsLater(Entry first, long seq) {
    return new JournalException(
        "the journal in "
            + folder
            + " begins with entry "
            + first.seq()
            + " and entry "
            + seq
            + " is asked for: ask from there, or put the earlier files back");
  }

  /** From the first entry of a file to the one asked for, which is in it or is yet to come. */
  private void jump(Entry first, long seq) {
    long start = index;
    long target = start + (seq - first.seq());
    if (!tailer.moveToIndex(target) && !tailer.moveToIndex(target - 1)) {
      tailer.moveToIndex(start);
    }
    Entry entry = read();
    while (entry != null && entry.seq() < seq) {
      entry = read();
    }
    pending = entry;
  }

  /** The newest entry; null in an empty journal. The cursor is of no further use. */
  @Nullable Entry last() {
    tailer.direction(TailerDirection.BACKWARD).toEnd();
    return read();
  }

  private @Nullable Entry read() {
    try (DocumentContext context = tailer.readingDocument()) {
      if (!context.isPresent()) {
        return null;
      }
      index = context.index();
      document = requireNonNull(context.wire()).bytes().toByteArray();
    } catch (RuntimeException | InternalError | AssertionError e) {
      throw damaged(e);
    }
    try {
      Entry entry = codec.decode(document);
      lastSeq = entry.seq();
      return entry;
    } catch (JournalException e) {
      throw damaged(e);
    }
  }

  private JournalException damaged(Throwable e) {
    return new JournalException(
        where()
            + ": "
            + (lastSeq == 0 ? "the first document" : "the document after entry " + lastSeq)
            + " is damaged ("
            + e.getMessage()
            + "). Put this file back from a copy of the folder, or run turno journal repair",
        e);
  }

  private String where() {
    String file = tailer.currentFile() == null ? "no file" : tailer.currentFile().getName();
    return "journal " + folder + ", file " + file + ", index 0x" + Long.toHexString(index);
  }

  @Override
  public void close() {
    tailer.close();
    queue.close();
  }
}
