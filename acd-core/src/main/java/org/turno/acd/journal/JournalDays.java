package org.turno.acd.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;

/**
 * The days that a journal is cut into: days of UTC by the entries' own times, counted from 1970.
 */
public final class JournalDays {
  private final NavigableMap<Integer, Path> files;

  /** The first entry of each file that holds any. */
  private final NavigableMap<Integer, Long> firstSeqs = new TreeMap<>();

  private JournalDays(Path folder) {
    JournalFolder.requireJournal(folder);
    files = JournalFolder.dayFiles(folder);
    for (int day : files.keySet()) {
      try (EntryCursor cursor = EntryCursor.ofDay(folder, day)) {
        Entry first = cursor.next();
        if (first != null) {
          firstSeqs.put(day, first.seq());
        }
      }
    }
  }

  /**
   * Looks at the first entry of every day.
   *
   * @throws JournalException when there is no journal, or when such an entry is damaged
   */
  public static JournalDays of(Path folder) {
    return new JournalDays(folder);
  }

  /** The day of a time in epoch milliseconds. */
  public static int dayOf(long timeMs) {
    return (int) Math.floorDiv(timeMs, TimeUnit.DAYS.toMillis(1));
  }

  /** The first entry there is; 0 in an empty journal. */
  public long firstSeq() {
    return firstSeqs.isEmpty() ? 0 : firstSeqs.firstEntry().getValue();
  }

  /**
   * Up to where days can be removed.
   *
   * @param beforeDay the first day to keep
   * @param passedSeq entries up to this one are needed no more
   * @param boundaries entries after which there is a snapshot, to begin with
   * @return the entry that the journal would begin with; 0 when nothing can be removed
   */
  public long removable(int beforeDay, long passedSeq, SortedSet<Long> boundaries) {
    long found = 0;
    for (Map.Entry<Integer, Long> day : firstSeqs.entrySet()) {
      long firstSeq = day.getValue();
      if (firstSeq > firstSeq()
          && firstSeqs.lowerKey(day.getKey()) < beforeDay
          && firstSeq <= passedSeq + 1
          && boundaries.contains(firstSeq - 1)) {
        found = firstSeq;
      }
    }
    return found;
  }

  /**
   * Removes the files of the days before the one that begins with an entry, oldest first.
   *
   * @throws JournalException when the disk refuses
   */
  public void removeBefore(long firstSeq) {
    for (Map.Entry<Integer, Long> day : firstSeqs.entrySet()) {
      if (day.getValue() < firstSeq) {
        for (Path file : files.headMap(day.getKey(), true).values()) {
          remove(file);
        }
      }
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new JournalException(
          file + " could not be removed (" + e + "): see to its folder's permissions", e);
    }
  }
}
