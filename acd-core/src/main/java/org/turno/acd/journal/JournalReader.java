package org.turno.acd.journal;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;

/**
 * Reads a journal from an entry to its present end, one at a time: a journal may be larger than the
 * memory. Works beside a writer, in this process or another, and never writes. One thread at a
 * time.
 */
public final class JournalReader implements Iterator<Entry>, AutoCloseable {
  private final Path folder;
  private final EntryCursor cursor;
  private @Nullable Entry ahead;

  private JournalReader(Path folder, EntryCursor cursor) {
    this.folder = folder;
    this.cursor = cursor;
  }

  /**
   * Opens a journal before the first entry that it holds.
   *
   * @throws JournalException when there is no journal
   */
  public static JournalReader open(Path folder) {
    return new JournalReader(folder, EntryCursor.open(folder));
  }

  /**
   * Opens a journal before an entry, which may be one that is yet to come.
   *
   * @param fromSeq 1 or more
   * @throws JournalException when there is no journal, or when it begins later than that
   */
  public static JournalReader open(Path folder, long fromSeq) {
    return new JournalReader(folder, EntryCursor.open(folder, fromSeq));
  }

  /**
   * Whether there is another entry by now.
   *
   * @throws JournalException when the next one is damaged or missing; the message says where
   */
  @Override
  public boolean hasNext() {
    if (ahead == null) {
      ahead = cursor.next();
    }
    return ahead != null;
  }

  @Override
  public Entry next() {
    if (!hasNext() || ahead == null) {
      throw new NoSuchElementException("the journal ends here: ask hasNext first");
    }
    Entry entry = ahead;
    ahead = null;
    return entry;
  }

  /**
   * The last entry's seq at this moment, wherever this reader is; 0 in an empty journal.
   *
   * @throws JournalException when the last entry is damaged
   */
  public long lastSeq() {
    try (EntryCursor other = EntryCursor.open(folder)) {
      Entry last = other.last();
      return last == null ? 0 : last.seq();
    }
  }

  /** The document of the entry that {@link #next()} just gave, as it lies on the disk. */
  byte[] document() {
    return cursor.document();
  }

  @Override
  public void close() {
    cursor.close();
  }
}
