package org.turno.acd.engine;

/** Watches the Sequencer. Called on its thread: return at once, throw nothing. */
public interface SequencerObserver {
  /**
   * An input went through.
   *
   * @param nanos from taking it out of the inbox to handing its effects over
   */
  void decided(Entry entry, long nanos);

  /** Turno stops deciding, for good. */
  void halted(Throwable why);
}
