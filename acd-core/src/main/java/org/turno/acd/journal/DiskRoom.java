package org.turno.acd.journal;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.engine.JournalException;

/**
 * Watches the room on the disk for the one who writes. A file mapped on a full disk crashes its
 * user, so a disk is taken for full long before it is. One thread.
 */
final class DiskRoom {
  /** Free space below which nothing is written. */
  static final long RESERVE_BYTES = 64L << 20;

  /** So much more must be free before a full disk counts as one with room. */
  static final long MARGIN_BYTES = 16L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(DiskRoom.class);

  /** Free space below which a warning is logged. */
  private static final long WARN_BYTES = 1L << 30;

  /** The free space is looked at after so many bytes written. */
  private static final long CHECK_EVERY_BYTES = 1L << 20;

  /** And after so long: others write to the disk as well. */
  private static final long CHECK_EVERY_NANOS = 1_000_000_000L;

  private final Path folder;
  private final FreeSpace freeSpace;
  private long uncheckedBytes;
  private long checkedNanos = System.nanoTime();
  private boolean full;
  private boolean warned;

  /** Free bytes of a folder's file system. */
  @FunctionalInterface
  interface FreeSpace {
    long bytes(Path folder) throws IOException;
  }

  DiskRoom(Path folder, FreeSpace freeSpace) {
    this.folder = folder;
    this.freeSpace = freeSpace;
  }

  /** So much is about to be written; throws where that cannot be. */
  void take(int bytes) throws IOException {
    uncheckedBytes += bytes;
    if (uncheckedBytes >= CHECK_EVERY_BYTES) {
      require();
    }
  }

  /** Throws where nothing can be written. */
  void require() throws IOException {
    long free = look();
    if (free < RESERVE_BYTES) {
      throw new JournalException(
          "only "
              + (free >> 20)
              + " MiB are free where the journal is, in "
              + folder
              + ", and it needs "
              + (RESERVE_BYTES >> 20)
              + " MiB: free some, then restart Turno; what was written before is safe");
    }
  }

  /** Whether there is room; tells in the log when that changes. */
  boolean has() {
    boolean due =
        full
            || uncheckedBytes >= CHECK_EVERY_BYTES
            || System.nanoTime() - checkedNanos >= CHECK_EVERY_NANOS;
    if (due) {
      try {
        judge(look());
      } catch (IOException e) {
        throw new JournalException(
            "the free space where the journal is, in " + folder + ", cannot be told: see to it", e);
      }
    }
    return !full;
  }

  private void judge(long free) {
    if (!full && free < RESERVE_BYTES) {
      full = true;
      LOG.error(
          "Only {} MiB are free in {}: Turno decides nothing, and the PBXs' dead man's switches"
              + " take the callers to their fixed phones. Free some room; Turno goes on by itself"
              + " when {} MiB are free",
          free >> 20,
          folder,
          (RESERVE_BYTES + MARGIN_BYTES) >> 20);
    } else if (full && free >= RESERVE_BYTES + MARGIN_BYTES) {
      full = false;
      LOG.warn("{} MiB are free in {} again: Turno goes on", free >> 20, folder);
    }
  }

  private long look() throws IOException {
    uncheckedBytes = 0;
    checkedNanos = System.nanoTime();
    long free = freeSpace.bytes(folder);
    boolean low = free < WARN_BYTES;
    if (low && !warned) {
      LOG.warn(
          "only {} MiB are free in {}; Turno stops deciding below {} MiB: free some soon",
          free >> 20,
          folder,
          RESERVE_BYTES >> 20);
    }
    warned = low;
    return free;
  }
}
