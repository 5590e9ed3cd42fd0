package org.turno.stats;

import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Entry;

/** The journal as the figures read it: each entry once, in order. Called by one thread. */
@FunctionalInterface
public interface EntrySource {
  /**
   * The next entry, or null where there is none yet. Does not wait.
   *
   * @throws RuntimeException when the journal cannot be read; the figures then stop and say so
   */
  @Nullable Entry poll();
}
