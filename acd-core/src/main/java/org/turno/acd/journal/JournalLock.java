package org.turno.acd.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.JournalException;

/**
 * Keeps a second writer out of a journal's folder. The system releases the lock when its process
 * ends, however it ends; the file stays and says who had it.
 */
final class JournalLock implements AutoCloseable {
  static final String FILE = "journal.lock";

  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  /**
   * Folders that this process writes. The system's locks are a process's, and closing any of its
   * channels to the file gives the lock up: so a second try in the same process must not even open
   * the file.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel handle;

  private JournalLock(Path folder, FileChannel handle) {
    this.folder = folder;
    this.handle = handle;
  }

  /**
   * Takes the lock of a folder that exists.
   *
   * @throws JournalException when somebody has it; the message names who
   */
  static JournalLock take(Path folder) throws IOException {
    Path real = folder.toRealPath();
    if (!HELD_HERE.add(real)) {
      throw refused(folder, "this same process");
    }
    FileChannel handle = null;
    boolean taken = false;
    try {
      Path file = real.resolve(FILE);
      handle = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = handle.tryLock();
      if (lock == null) {
        throw refused(folder, holder(file));
      }
      sign(handle);
      taken = true;
      return new JournalLock(real, handle);
    } finally {
      if (!taken) {
        close(handle);
        HELD_HERE.remove(real);
      }
    }
  }

  private static void sign(FileChannel handle) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    String text =
        "pid "
            + self.pid()
            + " on "
            + hostName()
            + ", started "
            + self.info().startInstant().orElseGet(Instant::now)
            + "\n";
    handle.truncate(0);
    handle.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String hostName() {
    try {
      return Files.readString(HOST_NAME).strip();
    } catch (IOException e) {
      return "an unnamed host";
    }
  }

  private static String holder(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return "a process that " + file + " would name, if it could be read";
    }
  }

  private static JournalException refused(Path folder, String holder) {
    return new JournalException(
        "the journal in "
            + folder
            + " is being written by "
            + holder
            + ": stop that one first, or use another folder");
  }

  private static void close(@Nullable FileChannel handle) throws IOException {
    if (handle != null) {
      handle.close();
    }
  }

  @Override
  public void close() throws IOException {
    handle.close();
    HELD_HERE.remove(folder);
  }
}
