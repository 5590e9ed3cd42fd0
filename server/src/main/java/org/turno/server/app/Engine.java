package org.turno.server.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.contact.Callback;
import org.turno.acd.contact.Contact;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.DecisionLoop;
import org.turno.acd.engine.EngineClock;
import org.turno.acd.engine.InputSink;
import org.turno.acd.engine.JournalException;
import org.turno.acd.engine.Sequencer;
import org.turno.acd.estimate.Outlook;
import org.turno.acd.input.Input;
import org.turno.acd.journal.ChronicleJournal;
import org.turno.acd.journal.JournalTailer;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.SealedNumber;
import org.turno.acd.recovery.Recovery;
import org.turno.acd.recovery.Snapshotter;
import org.turno.server.config.JournalConfig;
import org.turno.server.shadow.Shadow;
import org.turno.stats.FiguresTailer;
import org.turno.stats.FloorFigures;
import org.turno.stats.metrics.MetricsSources;
import org.turno.stats.metrics.TurnoMetrics;

/** What decides and counts: the journal, the core on its thread, the figures. */
final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final int INBOX_CAPACITY = 1 << 16;
  private static final int JOURNAL_ID_LENGTH = 6;
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final Path folder;
  private final Teardown teardown;
  private final LinkCounters links = new LinkCounters();
  private final Gauges gauges;
  private final Watch watch;
  private final Map<ContactId, SealedNumber> calledBack = new TreeMap<>();
  private final PbxDispatcher dispatcher;
  private final Sequencer sequencer;
  private final List<Input> first;
  private final TurnoMetrics metrics;
  private final FiguresTailer figures;
  private final Snapshotter snapshotter;

  private Engine(
      JournalConfig options, EngineClock clock, ZoneId zone, FloorPlan plan, Teardown teardown) {
    this.teardown = teardown;
    this.folder = options.dir();
    ChronicleJournal journal = ChronicleJournal.open(folder, options.sync());
    teardown.add("the journal", journal);
    clock.notBefore(journal.lastTimeMs());
    AcdState recovered = recover(folder, journal.lastSeq());
    for (Contact contact : recovered.contacts()) {
      Callback callback = contact.callback();
      if (callback != null) {
        calledBack.put(contact.id(), callback.number());
      }
    }
    gauges = new Gauges(journal.lastSeq());
    metrics =
        new TurnoMetrics(new MetricsSources(gauges::lastSeq, gauges::inboxDepth, links::counters));
    KeptFigures kept = new KeptFigures(folder, metrics);
    KeptFigures.Continued continued = kept.continued(recovered.seq(), recovered.plan(), zone);
    JournalTailer tailer = JournalTailer.open(folder, continued.nextSeq());
    teardown.add("the journal's reader", tailer);
    figures = new FiguresTailer(tailer::poll, continued.figures(), kept::keep, KeptFigures.EVERY);
    snapshotter =
        new Snapshotter(
            folder,
            new Snapshotter.Rules(Snapshotter.Rules.EVERY_ENTRIES, options.keepDays()),
            recovered.seq(),
            kept::passedSeq);
    watch = new Watch(gauges, metrics.decisionTimer());
    dispatcher = new PbxDispatcher();
    DecisionLoop loop = new DecisionLoop(new AcdCore(recovered), journal, dispatcher);
    sequencer = new Sequencer(loop, clock, watch, INBOX_CAPACITY);
    gauges.watch(sequencer);
    dispatcher.reportTo(sequencer);
    // Before anything else: without a configuration it would be ignored, and a timer that expired
    // while Turno was away would act on what no longer holds.
    first = Recovery.startInputs(recovered, plan, newJournalId());
  }

  /**
   * Opens the journal and recovers; decides nothing yet.
   *
   * @param plan the configuration that the first decisions are to put in force
   * @throws JournalException when the journal cannot be used, for example because another Turno has
   *     it
   */
  static Engine open(JournalConfig journal, EngineClock clock, ZoneId zone, FloorPlan plan) {
    Teardown teardown = new Teardown();
    boolean open = false;
    try {
      Engine engine = new Engine(journal, clock, zone, plan, teardown);
      open = true;
      return engine;
    } finally {
      if (!open) {
        teardown.close();
      }
    }
  }

  private static AcdState recover(Path folder, long lastSeq) {
    long fromNanos = System.nanoTime();
    Recovery.Recovered recovered = Recovery.upTo(folder, lastSeq);
    LOG.info(
        "Journal in {}: {} entries, recovered in {} ms from a snapshot of entry {}",
        folder,
        lastSeq,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - fromNanos),
        recovered.snapshotSeq());
    return recovered.state();
  }

  /** What the links to PBXs count, for the metrics. */
  LinkCounters links() {
    return links;
  }

  /** Has another configuration look on from here; to be asked before the start. */
  void shadow(String name, FloorPlan other) {
    Shadow shadow = new Shadow(folder, gauges.lastSeq(), name, other);
    shadow.start();
    teardown.add("the shadow", shadow);
  }

  /** Has the numbers of those who wait to be called back kept; to be asked before the start. */
  void keep(Numbers numbers) {
    numbers.takeUp(calledBack);
    watch.tell(numbers::decided);
    teardown.add("the numbers to call back", numbers);
  }

  /** Nobody is called back any more: what an earlier Turno kept for it goes. */
  void keepNoNumbers() {
    NumberKeys.beside(folder).load(List.of());
  }

  /** Begins to count and to decide. Effects go out from now on. */
  void start() {
    snapshotter.start();
    teardown.add("the snapshots", snapshotter);
    figures.start();
    teardown.add("the figures", figures);
    sequencer.start(first);
    teardown.add("the sequencer", sequencer);
  }

  /** So that two journals never name the same thing on a PBX. */
  private static String newJournalId() {
    String letters = "abcdefghijkmnpqrstuvwxyz23456789";
    SecureRandom random = new SecureRandom();
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < JOURNAL_ID_LENGTH; i++) {
      id.append(letters.charAt(random.nextInt(letters.length())));
    }
    return id.toString();
  }

  /** Where inputs go; they may be handed in before the start. */
  InputSink inputs() {
    return sequencer;
  }

  /** How long those who wait will wait, as of the moment it is taken. */
  CompletionStage<Outlook> outlook() {
    return sequencer.outlook();
  }

  PbxDispatcher dispatcher() {
    return dispatcher;
  }

  TurnoMetrics metrics() {
    return metrics;
  }

  FiguresTailer figures() {
    return figures;
  }

  /** Inputs that wait to be decided. */
  long inputsWaiting() {
    return gauges.inboxDepth();
  }

  /** Entries in the journal. */
  long entries() {
    return gauges.lastSeq();
  }

  /** Completes with the reason when Turno has stopped deciding by itself. */
  CompletableFuture<Throwable> halted() {
    return watch.halted();
  }

  /**
   * Stops deciding, for good, and waits until the figures count the last entry.
   *
   * @throws IllegalStateException when they do not get there in time
   */
  FloorFigures finish(long limitMs) {
    sequencer.close();
    long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMs);
    while (figures.current().seq() < entries()) {
      if (System.nanoTime() - deadlineNanos > 0 || figures.failure().isPresent()) {
        throw new IllegalStateException(
            "the figures stand at entry "
                + figures.current().seq()
                + " and the journal has "
                + entries()
                + figures.failure().map(why -> ": " + why).orElse(": the machine is too slow"));
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return figures.current();
  }

  @Override
  public void close() {
    teardown.close();
  }
}
