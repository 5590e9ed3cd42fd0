package org.turno.stats;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.engine.Entry;

/** Follows the journal on a thread of its own and publishes what changed. */
public final class FiguresTailer implements FiguresPublisher, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FiguresTailer.class);
  private static final long PUBLISH_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final EntrySource source;
  private final LiveFigures figures;
  private final Consumer<FiguresImage> keeper;
  private final int keepEvery;
  private final List<Consumer<FloorFigures>> subscribers = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile FloorFigures current;
  private volatile boolean caughtUp;
  private volatile boolean closed;
  private volatile @Nullable String failure;

  /** Over a source that nobody else reads, without keeping anything. */
  public FiguresTailer(EntrySource source, LiveFigures figures) {
    this(source, figures, image -> {}, Integer.MAX_VALUE);
  }

  /**
   * Over a source that nobody else reads.
   *
   * @param keeper keeps the figures, so that they can be continued; called on the tailer's thread
   * @param keepEvery after so many entries, and at the end
   */
  public FiguresTailer(
      EntrySource source, LiveFigures figures, Consumer<FiguresImage> keeper, int keepEvery) {
    this.source = source;
    this.figures = figures;
    this.keeper = keeper;
    this.keepEvery = keepEvery;
    this.current = figures.snapshot();
    this.thread = Thread.ofPlatform().name("turno-figures").daemon().unstarted(this::run);
  }

  /** Begins to follow. */
  public void start() {
    thread.start();
  }

  @Override
  public FloorFigures current() {
    return current;
  }

  @Override
  public boolean caughtUp() {
    return caughtUp;
  }

  @Override
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public Runnable subscribe(Consumer<FloorFigures> subscriber) {
    subscribers.add(subscriber);
    return () -> subscribers.remove(subscriber);
  }

  private void run() {
    try {
      follow();
    } catch (RuntimeException e) {
      failure =
          "the figures stopped after entry "
              + current.seq()
              + ": see the log, check the journal with 'turno journal verify' and restart";
      LOG.error("The figures stopped after entry {}", current.seq(), e);
    }
  }

  private void follow() {
    long publishedNanos = System.nanoTime() - PUBLISH_EVERY_NANOS;
    boolean dirty = false;
    long keptSeq = current.seq();
    while (!closed) {
      Entry entry = source.poll();
      if (entry != null) {
        figures.apply(entry);
        dirty = true;
        if (entry.seq() - keptSeq >= keepEvery) {
          keptSeq = entry.seq();
          keep();
        }
      }
      long nowNanos = System.nanoTime();
      boolean due = nowNanos - publishedNanos >= PUBLISH_EVERY_NANOS;
      if (dirty && (due || (entry == null && !caughtUp))) {
        publish();
        publishedNanos = nowNanos;
        dirty = false;
      }
      if (entry == null) {
        caughtUp = true;
        LockSupport.parkNanos(IDLE_NANOS);
      }
    }
    if (keptSeq != figures.snapshot().seq()) {
      keep();
    }
  }

  /** What cannot be kept is counted again at the next start: no reason to stop. */
  private void keep() {
    try {
      keeper.accept(figures.image());
    } catch (RuntimeException e) {
      LOG.warn("The figures could not be kept: {}", e.getMessage());
    }
  }

  private void publish() {
    FloorFigures now = figures.snapshot();
    current = now;
    for (Consumer<FloorFigures> subscriber : subscribers) {
      tell(subscriber, now);
    }
  }

  /** One subscriber's fault must not stop the figures of the others. */
  private static void tell(Consumer<FloorFigures> subscriber, FloorFigures now) {
    try {
      subscriber.accept(now);
    } catch (RuntimeException e) {
      LOG.warn("A subscriber of the figures failed at entry {}", now.seq(), e);
    }
  }

  /** Stops following and waits for the thread, so that the source may be closed. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
