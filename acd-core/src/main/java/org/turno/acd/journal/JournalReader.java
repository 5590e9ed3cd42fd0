package org.turno.acd.journal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;

/**
 * Reads a journal from an entry to its present end. Works beside a writer, in this process or
 * another, and never writes. One thread at a time.
 */
public final class JournalReader implements AutoCloseable {
  private final EntryCursor cursor;

  private JournalReader(EntryCursor cursor) {
    this.cursor = cursor;
  }

  /**
   * Opens a journal before the first entry that it holds.
   *
   * @throws JournalException when there is no journal
   */
  public static JournalReader open(Path folder) {
    return new JournalReader(EntryCursor.open(folder));
  }

  /**
   * Opens a journal before an entry, which may be one that is yet to come.
   *
   * @param fromSeq 1 or more
   * @throws JournalException when there is no journal, or when it begins later than that
   */
  public static JournalReader open(Path folder, long fromSeq) {
    EntryCursor cursor = EntryCursor.open(folder);
    boolean found = false;
    try {
      cursor.seek(fromSeq);
      found = true;
      return new JournalReader(cursor);
    } finally {
      if (!found) {
        cursor.close();
      }
    }
  }

  /**
   * The next entry; null at the end.
   *
   * @throws JournalException when an entry is damaged or missing; the message says where
   */
  public @Nullable Entry next() {
    return cursor.next();
  }

  /** The document of the entry that {@link #next()} gave last, as it lies on the disk. */
  byte[] document() {
    return cursor.document();
  }

  @Override
  public void close() {
    cursor.close();
  }
}
