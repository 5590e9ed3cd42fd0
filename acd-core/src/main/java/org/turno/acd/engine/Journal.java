package org.turno.acd.engine;

/** Where decisions are written before they act. Called by the Sequencer's thread only. */
public interface Journal extends AutoCloseable {
  /**
   * Writes one entry so that it outlives the process.
   *
   * @throws JournalException when it cannot; the Sequencer then stops deciding
   */
  void append(Entry entry);

  @Override
  void close();
}
