package org.turno.acd.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;

/**
 * What a journal holds, in figures.
 *
 * @param entries how many
 * @param firstSeq the first entry's seq; 0 in an empty journal
 * @param lastSeq the last entry's seq; 0 in an empty journal
 * @param firstTimeMs the first entry's time, epoch milliseconds; 0 in an empty journal
 * @param lastTimeMs the last entry's time, epoch milliseconds; 0 in an empty journal
 * @param entryBytes the documents together
 * @param files how many files hold them, one a day
 * @param fileBytes the files together; less is used on the disk, since they have holes
 * @param inputs how many of each type
 * @param events how many of each type
 * @param effects how many of each type
 */
public record JournalStat(
    long entries,
    long firstSeq,
    long lastSeq,
    long firstTimeMs,
    long lastTimeMs,
    long entryBytes,
    int files,
    long fileBytes,
    SortedMap<String, Long> inputs,
    SortedMap<String, Long> events,
    SortedMap<String, Long> effects) {
  /** Copies the maps. */
  public JournalStat {
    inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    events = Collections.unmodifiableSortedMap(new TreeMap<>(events));
    effects = Collections.unmodifiableSortedMap(new TreeMap<>(effects));
  }

  /** The last entry's time, epoch milliseconds; 0 in an empty journal. Reads one entry. */
  public static long lastTimeMs(Path folder) {
    try (EntryCursor cursor = EntryCursor.open(folder)) {
      Entry last = cursor.last();
      return last == null ? 0 : last.timeMs();
    }
  }

  /**
   * Reads a whole journal, also one that is being written.
   *
   * @throws JournalException when there is none, or where it is damaged
   */
  public static JournalStat of(Path folder) {
    SortedMap<String, Long> inputs = new TreeMap<>();
    SortedMap<String, Long> events = new TreeMap<>();
    SortedMap<String, Long> effects = new TreeMap<>();
    long entries = 0;
    long bytes = 0;
    Entry first = null;
    Entry last = null;
    try (JournalReader reader = JournalReader.open(folder)) {
      while (reader.hasNext()) {
        last = reader.next();
        first = first == null ? last : first;
        entries++;
        bytes += reader.document().length;
        count(inputs, last.input());
        last.events().forEach(event -> count(events, event));
        last.effects().forEach(effect -> count(effects, effect));
      }
    }
    Collection<Path> files = JournalFolder.dayFiles(folder).values();
    return new JournalStat(
        entries,
        first == null ? 0 : first.seq(),
        last == null ? 0 : last.seq(),
        first == null ? 0 : first.timeMs(),
        last == null ? 0 : last.timeMs(),
        bytes,
        files.size(),
        sizeOf(files),
        inputs,
        events,
        effects);
  }

  private static void count(SortedMap<String, Long> counts, Object value) {
    counts.merge(TypeNames.of(value), 1L, Long::sum);
  }

  private static long sizeOf(Collection<Path> files) {
    long bytes = 0;
    for (Path file : files) {
      try {
        bytes += Files.size(file);
      } catch (IOException e) {
        throw new JournalException(file + " cannot be read: see to its permissions", e);
      }
    }
    return bytes;
  }

  /** All of it as one JSON object in one line. */
  public String toJson() {
    ObjectNode json = JournalMapper.create().createObjectNode();
    json.put("entries", entries)
        .put("firstSeq", firstSeq)
        .put("lastSeq", lastSeq)
        .put("firstTimeMs", firstTimeMs)
        .put("lastTimeMs", lastTimeMs)
        .put("entryBytes", entryBytes)
        .put("files", files)
        .put("fileBytes", fileBytes);
    inputs.forEach(json.putObject("inputs")::put);
    events.forEach(json.putObject("events")::put);
    effects.forEach(json.putObject("effects")::put);
    return json.toString();
  }
}
