package org.turno.acd.engine;

/** Where decisions are written before they act. Called by the Sequencer's thread only. */
public interface Journal extends AutoCloseable {
  /**
   * Writes one entry so that it outlives the process.
   *
   * @throws JournalException when it cannot; the Sequencer then stops deciding
   */
  void append(Entry entry);

  /**
   * Returns when all that was appended is as safe as the journal promises. Asked before any effect
   * of those entries leaves.
   *
   * @throws JournalException when the disk fails; the Sequencer then stops deciding
   */
  default void commit() {}

  /** How many entries may be appended between two commits. */
  default int batch() {
    return 1;
  }

  /**
   * Whether another batch can be taken. Asked before anything is decided, so that there is nothing
   * to undo where there is no room.
   */
  default boolean hasRoom() {
    return true;
  }

  @Override
  void close();
}
