package org.turno.acd.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import org.turno.acd.engine.JournalException;

/**
 * What lies in a journal's folder: one {@code .cq4} file per day (UTC, by the entries' own times),
 * {@code metadata.cq4t}, and the writer's lock. Nothing else belongs there.
 */
final class JournalFolder {
  /** One file a day. */
  static final RollCycle DAILY = RollCycles.FAST_DAILY;

  /**
   * Files grow in steps of this, sparse on disk; an entry may be a quarter of it long, which is
   * room for a floor of 10,000 agents.
   */
  static final int BLOCK_BYTES = 32 << 20;

  private static final String METADATA = "metadata.cq4t";

  /** How long a lock inside the files may be contended; nothing contends, since we hold ours. */
  private static final long LOCK_TIMEOUT_MS = 1_000;

  private JournalFolder() {}

  static SingleChronicleQueueBuilder queue(Path folder) {
    return SingleChronicleQueueBuilder.binary(folder)
        .blockSize(BLOCK_BYTES)
        .timeoutMS(LOCK_TIMEOUT_MS);
  }

  /**
   * Opens what a writer has made, without ever writing to it.
   *
   * @throws JournalException when there is no journal
   */
  static SingleChronicleQueue openReadOnly(Path folder) {
    if (!Files.isRegularFile(folder.resolve(METADATA))) {
      throw new JournalException(
          "there is no journal in "
              + folder
              + ": name the folder that holds metadata.cq4t and the .cq4 files");
    }
    try {
      return queue(folder).readOnly(true).build();
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

  /** The files of the days, oldest first. */
  static List<Path> dayFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(SingleChronicleQueue.SUFFIX))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
