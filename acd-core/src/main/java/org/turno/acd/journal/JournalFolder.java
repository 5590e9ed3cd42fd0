package org.turno.acd.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import org.turno.acd.engine.JournalException;

/**
 * What lies in a journal's folder: one {@code .cq4} file per day (UTC, by the entries' own times),
 * {@code metadata.cq4t}, the writer's lock and the folder {@code snapshots}.
 */
final class JournalFolder {
  /**
   * Files grow in steps of this, sparse on disk; an entry may be a quarter of it long, which is
   * room for a floor of 10,000 agents.
   */
  static final int BLOCK_BYTES = 32 << 20;

  /** How a file's name begins. */
  private static final String DAY = "yyyymmdd";

  private static final String METADATA = "metadata.cq4t";

  /**
   * How long to wait for somebody else to finish what is half done in the files. Our own lock tells
   * that nobody is there: only the remains of a killed writer are met.
   */
  private static final long WRITER_PATIENCE_MS = 250;

  /** The same for readers, who meet a file that the writer is just making and come again. */
  private static final long READER_PATIENCE_MS = 50;

  private JournalFolder() {}

  static SingleChronicleQueueBuilder queue(Path folder) {
    return SingleChronicleQueueBuilder.binary(folder)
        .rollCycle(RollCycles.FAST_DAILY)
        .blockSize(BLOCK_BYTES)
        .timeoutMS(WRITER_PATIENCE_MS);
  }

  /** Throws, with a message that says what to do, where there is no journal. */
  static void requireJournal(Path folder) {
    if (!Files.isRegularFile(folder.resolve(METADATA))) {
      throw new JournalException(
          "there is no journal in "
              + folder
              + ": name the folder that holds metadata.cq4t and the .cq4 files");
    }
  }

  /**
   * Opens what a writer has made, without ever writing to it.
   *
   * @throws JournalException when there is no journal
   */
  static SingleChronicleQueue openReadOnly(Path folder) {
    requireJournal(folder);
    try {
      return queue(folder).timeoutMS(READER_PATIENCE_MS).readOnly(true).build();
    } catch (RuntimeException e) {
      throw new JournalException(
          "the journal in "
              + folder
              + " cannot be opened ("
              + e.getMessage()
              + "): see that this user may read it and that Java runs with the options of"
              + " deploy/java.options",
          e);
    }
  }

  /** Has the disk take what was written to the newest two files. Any thread, beside a writer. */
  static void forceNewest(Path folder) throws IOException {
    int forced = 0;
    for (Path file : dayFiles(folder).descendingMap().values()) {
      if (forced++ < 2) {
        force(file);
      }
    }
  }

  /** Has the disk take all that was written to a file, by whomever. */
  static void force(Path file) throws IOException {
    try (FileChannel handle = FileChannel.open(file, StandardOpenOption.WRITE)) {
      handle.force(false);
    }
  }

  /**
   * The files of the days, oldest first, under Chronicle's number for each: the days since 1970.
   * Its own list is in metadata.cq4t and does not notice a file that was removed.
   */
  static NavigableMap<Integer, Path> dayFiles(Path folder) {
    NavigableMap<Integer, Path> files = new TreeMap<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "[0-9]*F.cq4")) {
      for (Path file : found) {
        String day = String.valueOf(file.getFileName()).substring(0, DAY.length());
        LocalDate date = LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
        files.put((int) date.toEpochDay(), file);
      }
    } catch (IOException | DateTimeParseException e) {
      throw new JournalException(
          "the folder " + folder + " cannot be listed (" + e.getMessage() + "): see to it", e);
    }
    return files;
  }
}
