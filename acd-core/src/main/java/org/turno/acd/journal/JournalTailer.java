package org.turno.acd.journal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;

/**
 * Follows a journal while it is being written, in this process or another, over the ends of its
 * files. Never writes and never slows the writer. One thread at a time.
 */
public final class JournalTailer implements AutoCloseable {
  private final EntryCursor cursor;

  private JournalTailer(EntryCursor cursor) {
    this.cursor = cursor;
  }

  /**
   * Opens a journal before an entry, which may be one that is yet to come.
   *
   * @param fromSeq 1 or more
   * @throws JournalException when there is no journal, or when it begins later than that
   */
  public static JournalTailer open(Path folder, long fromSeq) {
    return new JournalTailer(EntryCursor.open(folder, fromSeq));
  }

  /**
   * The next entry; null when it has not been written yet. Never waits.
   *
   * @throws JournalException when an entry is damaged or missing; the message says where
   */
  public @Nullable Entry poll() {
    return cursor.next();
  }

  @Override
  public void close() {
    cursor.close();
  }
}
