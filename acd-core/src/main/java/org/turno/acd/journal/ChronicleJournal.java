package org.turno.acd.journal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.impl.single.TableStoreWriteLock;
import net.openhft.chronicle.wire.DocumentContext;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.Journal;
import org.turno.acd.engine.JournalException;

/**
 * The journal on Chronicle Queue. An entry that was appended outlives the process, however that
 * ends; to outlive the machine it needs {@link #sync()}. One writer per folder.
 *
 * <p>Files are cut by the entries' times, not by the clock: a clock that is set back cannot make a
 * later entry land in an earlier file. After a failed append nothing more is accepted.
 *
 * <p>Any thread may open and close it; one thread at a time may use it.
 */
public final class ChronicleJournal implements Journal {
  private final Path folder;
  private final Sync sync;
  private final DiskRoom room;
  private final JournalLock lock;
  private final SingleChronicleQueue queue;
  private final ExcerptAppender appender;
  private final EntryCodec codec = new EntryCodec();
  private final int maxBytes;
  private long lastSeq;
  private long lastTimeMs;
  private @Nullable Path currentFile;
  private @Nullable FileChannel currentHandle;
  private boolean unsynced;
  private boolean failed;
  private boolean closed;

  private ChronicleJournal(Path folder, Sync sync, DiskRoom room, JournalLock lock)
      throws IOException {
    this.folder = folder;
    this.sync = sync;
    this.room = room;
    this.lock = lock;
    room.require();
    SingleChronicleQueueBuilder builder =
        JournalFolder.queue(folder).timeProvider(() -> lastTimeMs);
    queue = builder.build();
    boolean ready = false;
    try {
      if (queue.metaStore().readOnly()) {
        throw new IOException("it opens for reading only");
      }
      // Our own lock proves that whoever holds Chronicle's is dead, even if it had our pid: in a
      // container every Turno has the same.
      new TableStoreWriteLock(queue.metaStore(), builder.pauserSupplier(), 0L).forceUnlock();
      maxBytes = (int) queue.overlapSize() - Long.BYTES;
      try (EntryCursor cursor = EntryCursor.open(folder)) {
        Entry last = cursor.last();
        lastSeq = last == null ? 0 : last.seq();
        lastTimeMs = last == null ? 0 : last.timeMs();
      }
      appender = queue.createAppender();
      appender.singleThreadedCheckDisabled(true);
      ready = true;
    } finally {
      if (!ready) {
        queue.close();
      }
    }
  }

  /**
   * Opens a folder for writing, and makes it if need be.
   *
   * @throws JournalException when another writer has it, when it cannot be written, or when its
   *     last entry cannot be read
   */
  public static ChronicleJournal open(Path folder, Sync sync) {
    return open(folder, sync, at -> Files.getFileStore(at).getUsableSpace());
  }

  static ChronicleJournal open(Path folder, Sync sync, DiskRoom.FreeSpace freeSpace) {
    JournalLock lock = null;
    boolean open = false;
    try {
      Files.createDirectories(folder);
      lock = JournalLock.take(folder);
      JournalRepair.cutTornEnd(folder);
      ChronicleJournal journal =
          new ChronicleJournal(folder, sync, new DiskRoom(folder, freeSpace), lock);
      open = true;
      return journal;
    } catch (JournalException e) {
      throw e;
    } catch (IOException | RuntimeException | InternalError e) {
      throw new JournalException(
          "the journal in "
              + folder
              + " cannot be opened for writing ("
              + e
              + "): see that this user may write there, that the disk has room and that Java runs"
              + " with the options of deploy/java.options",
          e);
    } finally {
      if (lock != null && !open) {
        release(lock);
      }
    }
  }

  /** The last entry's seq; 0 in an empty journal. */
  public long lastSeq() {
    return lastSeq;
  }

  /** The last entry's time in epoch milliseconds; 0 in an empty journal. */
  public long lastTimeMs() {
    return lastTimeMs;
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  @Override
  public void append(Entry entry) {
    if (failed) {
      throw new JournalException(
          "the journal in " + folder + " failed before and accepts nothing more: restart Turno");
    }
    failed = true;
    checkOrder(entry);
    byte[] document = codec.encode(entry);
    if (document.length > maxBytes) {
      throw new JournalException(
          "entry "
              + entry.seq()
              + " is "
              + document.length
              + " bytes long and the journal takes "
              + maxBytes
              + ": split what it holds, for example a very large configuration");
    }
    try {
      room.take(document.length);
      // Chronicle asks our time provider for the file while it writes.
      lastTimeMs = entry.timeMs();
      write(document);
      noteFile();
    } catch (JournalException e) {
      throw e;
    } catch (IOException | RuntimeException | InternalError | AssertionError e) {
      throw new JournalException(
          "entry "
              + entry.seq()
              + " cannot be written to the journal in "
              + folder
              + " ("
              + e
              + "): free space on the disk or repair it, then restart Turno; what was written"
              + " before is safe",
          e);
    }
    lastSeq = entry.seq();
    failed = false;
  }

  private void checkOrder(Entry entry) {
    if (entry.seq() != lastSeq + 1 || entry.timeMs() < lastTimeMs) {
      throw new JournalException(
          "entry "
              + entry.seq()
              + " of time "
              + entry.timeMs()
              + " cannot follow entry "
              + lastSeq
              + " of time "
              + lastTimeMs
              + ": this is a fault in Turno; restart it, it will recover from the journal");
    }
  }

  private void write(byte[] document) {
    try (DocumentContext context = appender.writingDocument()) {
      boolean whole = false;
      try {
        requireNonNull(context.wire()).bytes().write(document);
        whole = true;
      } finally {
        if (!whole) {
          context.rollbackOnClose();
        }
      }
    }
  }

  /** A file that is left behind at midnight is forced to the disk then, so that sync need not. */
  private void noteFile() throws IOException {
    Path file = requireNonNull(appender.currentFile()).toPath();
    if (!file.equals(currentFile)) {
      force();
      closeHandle();
      currentFile = file;
    }
    unsynced = true;
  }

  private void force() throws IOException {
    if (unsynced && currentFile != null) {
      if (currentHandle == null) {
        currentHandle = FileChannel.open(currentFile, StandardOpenOption.WRITE);
      }
      currentHandle.force(false);
      unsynced = false;
    }
  }

  private void closeHandle() throws IOException {
    if (currentHandle != null) {
      currentHandle.close();
      currentHandle = null;
    }
  }

  @Override
  public int batch() {
    return sync.batch();
  }

  @Override
  public boolean hasRoom() {
    return room.has();
  }

  @Override
  public void commit() {
    if (sync != Sync.NONE) {
      sync();
    }
  }

  /**
   * Returns when every entry so far is on the disk itself, so that it outlives a power failure.
   *
   * @throws JournalException when the disk fails
   */
  public void sync() {
    try {
      force();
    } catch (IOException e) {
      failed = true;
      throw new JournalException(
          "the journal in " + folder + " cannot be forced to the disk: see to the disk", e);
    }
  }

  /** Forces everything to the disk and lets the folder go. Doing it again does nothing. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (!failed) {
        sync();
      }
    } finally {
      failed = true;
      releaseHandle();
      appender.close();
      queue.close();
      release(lock);
    }
  }

  private void releaseHandle() {
    try {
      closeHandle();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void release(JournalLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
