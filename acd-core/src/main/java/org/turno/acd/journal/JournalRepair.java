package org.turno.acd.journal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;

/**
 * Cuts a damaged journal off behind its last entry that follows the ones before. What is cut off
 * stays beside it, under names that end in {@code .damaged}.
 */
public final class JournalRepair {
  private static final Logger LOG = LoggerFactory.getLogger(JournalRepair.class);
  private static final String WORK = "repair";

  private JournalRepair() {}

  /**
   * Looks for damage that a start would meet: from the newest whole snapshot on.
   *
   * @return null where a start would find nothing wrong
   * @throws JournalException when there is no journal
   */
  public static @Nullable Damage needed(Path folder) {
    SnapshotStore.@Nullable Snapshot<?> newest =
        SnapshotStore.states(folder).newest(Long.MAX_VALUE);
    return JournalScan.from(folder, newest == null ? 0 : newest.seq() + 1);
  }

  /** Looks for damage anywhere; null where all is whole. */
  public static @Nullable Damage anywhere(Path folder) {
    return JournalScan.from(folder, 0);
  }

  /**
   * Cuts off everything from the damage on.
   *
   * @throws JournalException when somebody writes the journal, or when the disk refuses
   */
  public static void cut(Path folder, Damage damage) {
    try (JournalLock _ = JournalLock.take(folder)) {
      cutLocked(folder, damage);
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /**
   * Makes the last entry readable for who has the lock: what a failure of the machine tore in the
   * middle of being written is cut off, and a warning says so.
   *
   * @throws JournalException when more than that is damaged; the message says where
   */
  static void cutTornEnd(Path folder) {
    if (JournalFolder.dayFiles(folder).isEmpty() || readsLast(folder)) {
      return;
    }
    Damage damage = needed(folder);
    if (damage == null) {
      return;
    }
    if (damage.foreign() > 0) {
      throw new JournalException(
          "the journal's entries behind entry "
              + damage.lastGoodSeq()
              + " are whole and of another Turno, in "
              + damage.file()
              + ", "
              + damage.what()
              + ". Start the Turno that wrote them or a later one; to go on without what they say,"
              + " run turno journal repair, which says first what would be lost");
    }
    if (!damage.tornEnd()) {
      throw new JournalException(
          "the journal is damaged behind entry "
              + damage.lastGoodSeq()
              + ", in "
              + damage.file()
              + ", "
              + damage.what()
              + ". Put that file back from a copy of the folder, or run turno journal repair,"
              + " which says first what would be lost");
    }
    LOG.warn(
        "The journal's end was torn, in {}, {}: {} documents are cut off behind entry {}. What they"
            + " told of the calls comes back from the PBX",
        damage.file(),
        damage.what(),
        damage.unreadable(),
        damage.lastGoodSeq());
    cutLocked(folder, damage);
  }

  private static boolean readsLast(Path folder) {
    try (EntryCursor cursor = EntryCursor.open(folder)) {
      cursor.last();
      return true;
    } catch (JournalException e) {
      return false;
    }
  }

  /** The same for who has the lock. */
  private static void cutLocked(Path folder, Damage damage) {
    try {
      for (int day : JournalFolder.dayFiles(folder).tailMap(damage.day(), false).keySet()) {
        setAside(requireNonNull(JournalFolder.dayFiles(folder).get(day)));
      }
      Path file = JournalFolder.dayFiles(folder).get(damage.day());
      if (file != null) {
        Path whole = wholePart(folder, damage);
        setAside(file);
        if (whole != null) {
          Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        }
      }
      removeAll(folder.resolve(WORK));
      forceFolder(folder);
      SnapshotStore.discardAllAfter(folder, damage.lastGoodSeq());
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  private static JournalException failed(Path folder, IOException e) {
    return new JournalException(
        "the journal in " + folder + " could not be repaired (" + e + "): see to the disk", e);
  }

  /** The file of the damaged day anew with what is whole of it; null for nothing. */
  private static @Nullable Path wholePart(Path folder, Damage damage) throws IOException {
    Path work = folder.resolve(WORK);
    removeAll(work);
    long written = 0;
    long timeMs = TimeUnit.DAYS.toMillis(damage.day());
    try (SingleChronicleQueue queue = JournalFolder.queue(work).timeProvider(() -> timeMs).build();
        ExcerptAppender appender = queue.createAppender();
        EntryCursor cursor = EntryCursor.ofDay(folder, damage.day())) {
      Entry entry = nextWhole(cursor);
      while (entry != null && entry.seq() <= damage.lastGoodSeq()) {
        try (DocumentContext context = appender.writingDocument()) {
          requireNonNull(context.wire()).bytes().write(cursor.document());
        }
        written++;
        entry = nextWhole(cursor);
      }
    }
    Path made = JournalFolder.dayFiles(work).get(damage.day());
    if (written == 0 || made == null) {
      return null;
    }
    JournalFolder.force(made);
    return made;
  }

  private static @Nullable Entry nextWhole(EntryCursor cursor) {
    try {
      return cursor.next();
    } catch (JournalException damaged) {
      return null;
    }
  }

  private static void setAside(Path file) throws IOException {
    int number = 0;
    Path aside;
    do {
      aside = file.resolveSibling(file.getFileName() + "." + ++number + ".damaged");
    } while (Files.exists(aside));
    Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void removeAll(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel handle = FileChannel.open(folder, StandardOpenOption.READ)) {
      handle.force(true);
    }
  }
}
