package org.turno.server.config;

import java.nio.file.Path;
import org.turno.acd.journal.Sync;

/**
 * The record of every decision.
 *
 * @param dir its folder, made where it does not exist
 * @param sync how safe an entry is when its effects leave
 * @param keepDays days to keep besides the present one; 0 for all
 */
public record JournalConfig(Path dir, Sync sync, int keepDays) {
  /** How long a journal is kept where nothing is configured. */
  public static final int KEEP_DAYS = 30;

  /** As where only the folder is configured. */
  public static JournalConfig in(Path dir) {
    return new JournalConfig(dir, Sync.NONE, KEEP_DAYS);
  }
}
