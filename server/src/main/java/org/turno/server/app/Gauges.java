package org.turno.server.app;

import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Sequencer;

/** Where the engine stands, for the metrics. Safe for any thread. */
final class Gauges {
  private volatile long lastSeq;
  private volatile @Nullable Sequencer sequencer;

  Gauges(long lastSeq) {
    this.lastSeq = lastSeq;
  }

  void watch(Sequencer running) {
    sequencer = running;
  }

  void decided(long seq) {
    lastSeq = seq;
  }

  /** The last entry in the journal. */
  long lastSeq() {
    return lastSeq;
  }

  /** Inputs that wait to be decided. */
  long inboxDepth() {
    Sequencer running = sequencer;
    return running == null ? 0 : running.waiting();
  }
}
