package org.turno.server.app;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.SequencerObserver;

/** Follows the Sequencer for the metrics and for whoever must know that it halted. */
final class Watch implements SequencerObserver {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  private final Gauges gauges;
  private final LongConsumer decisionTimer;
  private volatile Consumer<Entry> alsoTold = entry -> {};
  private final CompletableFuture<Throwable> halted = new CompletableFuture<>();

  Watch(Gauges gauges, LongConsumer decisionTimer) {
    this.gauges = gauges;
    this.decisionTimer = decisionTimer;
  }

  /** Of every entry, once it is in the journal; to be asked before the start. */
  void tell(Consumer<Entry> whom) {
    alsoTold = whom;
  }

  @Override
  public void decided(Entry entry, long nanos) {
    gauges.decided(entry.seq());
    decisionTimer.accept(nanos);
    alsoTold.accept(entry);
  }

  @Override
  public void halted(Throwable why) {
    LOG.error(
        "Turno has stopped deciding after entry {}; the PBXs take their callers back. Restart it:"
            + " it recovers from the journal",
        gauges.lastSeq(),
        why);
    // Not on the Sequencer's thread: whoever waits will close the Sequencer.
    halted.completeAsync(() -> why);
  }

  CompletableFuture<Throwable> halted() {
    return halted;
  }
}
