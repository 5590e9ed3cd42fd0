package org.turno.server.shadow;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.engine.Entry;
import org.turno.acd.journal.JournalTailer;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.recovery.Recovery;

/**
 * Follows the journal of a running Turno with another configuration and tells in the log where that
 * one would have decided otherwise. Sends nothing and steers nothing; a fault here ends it and
 * nothing else.
 */
public final class Shadow implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long SUM_UP_EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** Of each minute, so many differences are told one by one; the rest only as a number. */
  private static final int TOLD_A_MINUTE = 20;

  private final Path folder;
  private final long fromSeq;
  private final String name;
  private final FloorPlan other;
  private final Thread thread;
  private final Map<ShadowFloor.Kind, Long> counts = new EnumMap<>(ShadowFloor.Kind.class);
  private int told;
  private long summedUpNanos = System.nanoTime();
  private long summedUpOffers;
  private volatile long followedSeq;
  private volatile boolean closing;

  /**
   * Not started yet.
   *
   * @param fromSeq the entry after which it begins to look on
   * @param name of the other configuration, for the log
   */
  public Shadow(Path folder, long fromSeq, String name, FloorPlan other) {
    this.folder = folder;
    this.fromSeq = fromSeq;
    this.name = name;
    this.other = other;
    this.thread = Thread.ofPlatform().name("turno-shadow").daemon().unstarted(this::run);
  }

  /** Begins to look on. */
  public void start() {
    thread.start();
  }

  private void run() {
    try (JournalTailer tailer = JournalTailer.open(folder, fromSeq + 1)) {
      ShadowFloor floor = new ShadowFloor(Recovery.upTo(folder, fromSeq).state(), other);
      follow(tailer, floor);
      sumUp(floor);
    } catch (RuntimeException e) {
      LOG.error(
          "The shadow {} stopped after entry {}; Turno itself goes on untouched",
          name,
          followedSeq,
          e);
    }
  }

  private void follow(JournalTailer tailer, ShadowFloor floor) {
    while (true) {
      boolean last = closing;
      Entry entry = tailer.poll();
      if (entry != null) {
        floor.apply(entry).forEach(this::tell);
        followedSeq = entry.seq();
      } else if (last) {
        return;
      } else {
        LockSupport.parkNanos(IDLE_NANOS);
      }
      if (System.nanoTime() - summedUpNanos >= SUM_UP_EVERY_NANOS) {
        sumUp(floor);
      }
    }
  }

  private void tell(ShadowFloor.Difference difference) {
    counts.merge(difference.kind(), 1L, Long::sum);
    if (told++ < TOLD_A_MINUTE) {
      LOG.info("Shadow {}: entry {}: {}", name, difference.seq(), difference.text());
    }
  }

  private void sumUp(ShadowFloor floor) {
    if (floor.offers() > summedUpOffers || told > 0) {
      StringBuilder text = new StringBuilder();
      counts.forEach(
          (kind, count) ->
              text.append(", ")
                  .append(count)
                  .append(' ')
                  .append(kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
      LOG.info(
          "Shadow {}: {} offers compared, {} alike{}", name, floor.offers(), floor.alike(), text);
    }
    summedUpOffers = floor.offers();
    summedUpNanos = System.nanoTime();
    told = 0;
  }

  /** The last entry that it has seen. */
  public long followedSeq() {
    return followedSeq;
  }

  /** Looks at what is there still, sums up and ends. */
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
