package org.turno.server.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.turno.acd.journal.Sync;

/** Reads the section {@code journal}. */
final class JournalReader {
  private static final int MOST_DAYS = 36_500;

  private final Path stateFolder;

  JournalReader(Path stateFolder) {
    this.stateFolder = stateFolder;
  }

  JournalConfig read(@Nullable MapReader map) {
    if (map == null) {
      return JournalConfig.in(folder("journal"));
    }
    return new JournalConfig(
        folder(map.text("dir", "journal")),
        map.oneOf("sync", Sync.NONE),
        map.integer("keep_days", JournalConfig.KEEP_DAYS, 0, MOST_DAYS));
  }

  private Path folder(String dir) {
    return stateFolder.resolve(dir).toAbsolutePath().normalize();
  }
}
