package org.turno.acd.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.engine.JournalException;
import org.turno.acd.engine.StateImage;

/**
 * The snapshots of one kind beside a journal, in the folder {@code snapshots} within the journal's:
 * one file each, named by the last entry that it holds. A snapshot is complete or not there at all,
 * and the entries that it holds are on the disk before it. One thread at a time.
 *
 * @param <T> the image: a record of what the journal's vocabulary is made of
 */
public final class SnapshotStore<T> {
  /** The folder within a journal's folder. */
  public static final String FOLDER = "snapshots";

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);
  private static final String SUFFIX = ".json";

  /** What a number takes, so that names sort as numbers do. */
  private static final String NAME = "%s-%019d" + SUFFIX;

  private final Path journalFolder;
  private final Path folder;
  private final String kind;
  private final SnapshotCodec<T> codec;

  private SnapshotStore(Path journalFolder, String kind, Class<T> type) {
    this.journalFolder = journalFolder;
    this.folder = journalFolder.resolve(FOLDER);
    this.kind = kind;
    this.codec = new SnapshotCodec<>(type);
  }

  /** The core's own. */
  public static SnapshotStore<StateImage> states(Path journalFolder) {
    return new SnapshotStore<>(journalFolder, "state", StateImage.class);
  }

  /**
   * Somebody else's.
   *
   * @param kind a word of small letters that nobody else uses
   */
  public static <T> SnapshotStore<T> of(Path journalFolder, String kind, Class<T> type) {
    return new SnapshotStore<>(journalFolder, kind, type);
  }

  /**
   * A snapshot that was read.
   *
   * @param seq the last entry that it holds
   */
  public record Snapshot<T>(long seq, T image) {}

  /**
   * Keeps an image, and what led to it, over a failure of the machine.
   *
   * @return its bytes
   * @throws JournalException when the disk does not take it; whatever was there before is there
   */
  public long write(long seq, T image) {
    byte[] bytes = codec.encode(seq, image);
    Path made = folder.resolve(name(seq) + ".tmp");
    try {
      Files.createDirectories(folder);
      JournalFolder.forceNewest(journalFolder);
      try (FileChannel file =
          FileChannel.open(
              made,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          file.write(rest);
        }
        file.force(true);
      }
      Files.move(made, folder.resolve(name(seq)), StandardCopyOption.ATOMIC_MOVE);
      forceFolder();
      return bytes.length;
    } catch (IOException e) {
      discard(made);
      throw new JournalException(
          "no snapshot could be written to " + folder + " (" + e + "): see to the disk", e);
    }
  }

  private static void discard(Path made) {
    try {
      Files.deleteIfExists(made);
    } catch (IOException e) {
      LOG.warn("{} is left over and may be removed: {}", made, e.toString());
    }
  }

  private void forceFolder() throws IOException {
    try (FileChannel handle = FileChannel.open(folder, StandardOpenOption.READ)) {
      handle.force(true);
    }
  }

  private String name(long seq) {
    return String.format(Locale.ROOT, NAME, kind, seq);
  }

  /** The last entries of the snapshots that are there, readable or not. */
  public NavigableSet<Long> seqs() {
    NavigableSet<Long> seqs = new TreeSet<>();
    if (!Files.isDirectory(folder)) {
      return seqs;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, kind + "-*" + SUFFIX)) {
      for (Path file : found) {
        String name = String.valueOf(file.getFileName());
        seqs.add(
            Long.parseLong(name.substring(kind.length() + 1, name.length() - SUFFIX.length())));
      }
      return seqs;
    } catch (IOException | NumberFormatException e) {
      throw new JournalException(
          "the folder " + folder + " cannot be listed (" + e.getMessage() + "): see to it", e);
    }
  }

  /**
   * The newest snapshot that is whole and not of later than an entry; null where there is none.
   * Each damaged one, and each that only another Turno reads, is told in the log and passed over.
   */
  public @Nullable Snapshot<T> newest(long notAfterSeq) {
    NavigableSet<Long> there = seqs();
    SortedSet<Long> ahead = there.tailSet(notAfterSeq, false);
    if (!ahead.isEmpty()) {
      LOG.warn(
          "Snapshots of entries up to {} in {} are ahead of the journal, which ends with entry {}:"
              + " they are passed over. Was the journal put back from a copy?",
          ahead.last(),
          folder,
          notAfterSeq);
    }
    for (long seq : there.headSet(notAfterSeq, true).descendingSet()) {
      Path file = folder.resolve(name(seq));
      try {
        return new Snapshot<>(seq, codec.decode(seq, Files.readAllBytes(file)));
      } catch (ForeignSnapshotException e) {
        LOG.warn(
            "The snapshot {} is whole and of another Turno ({}): the one before is used. Leave the"
                + " file where it is; it goes when newer snapshots take its place",
            file,
            e.getMessage());
      } catch (IOException | JournalException e) {
        LOG.warn(
            "The snapshot {} is damaged ({}): the one before is used; remove this file",
            file,
            e.getMessage());
      }
    }
    return null;
  }

  /**
   * Removes snapshots of entries that are yet to come: of a journal that went on otherwise, before
   * this one was put back from a copy.
   */
  public void discardAfter(long seq) {
    retain(seqs().headSet(seq, true));
  }

  /** The same for the snapshots of every kind. */
  static void discardAllAfter(Path journalFolder, long seq) throws IOException {
    Path folder = journalFolder.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*-*" + SUFFIX)) {
      for (Path file : found) {
        String name = String.valueOf(file.getFileName());
        String number = name.substring(name.lastIndexOf('-') + 1, name.length() - SUFFIX.length());
        if (Long.parseLong(number) > seq) {
          Files.delete(file);
        }
      }
    }
  }

  /** Removes every snapshot but those of some entries. */
  public void retain(SortedSet<Long> wanted) {
    for (long seq : seqs()) {
      if (!wanted.contains(seq)) {
        discard(folder.resolve(name(seq)));
      }
    }
  }
}
