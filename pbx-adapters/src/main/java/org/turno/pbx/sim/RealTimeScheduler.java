package org.turno.pbx.sim;

import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.engine.EngineClock;

/**
 * The time of a running engine, real or accelerated. One daemon thread runs the tasks; {@link
 * #schedule} is safe for any thread.
 */
public final class RealTimeScheduler implements SimScheduler, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RealTimeScheduler.class);

  private final EngineClock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<ScheduledTask> tasks = new PriorityQueue<>();
  private final Thread thread;
  private long nextSeq;
  private boolean closed;

  /** Starts the thread. */
  public RealTimeScheduler(EngineClock clock) {
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("turno-sim").daemon().unstarted(this::run);
    thread.start();
  }

  @Override
  public long nowMs() {
    return clock.nowMs();
  }

  @Override
  public void schedule(long delayMs, Runnable task) {
    lock.lock();
    try {
      tasks.add(new ScheduledTask(clock.nowMs() + Math.max(0, delayMs), nextSeq++, task));
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (true) {
      ScheduledTask due = awaitDue();
      if (due == null) {
        return;
      }
      try {
        due.task().run();
      } catch (RuntimeException bug) {
        log.error("A simulated event failed; the simulation goes on without it", bug);
      }
    }
  }

  /** The next task, once it is due; null when closed. */
  private @Nullable ScheduledTask awaitDue() {
    lock.lock();
    try {
      while (!closed) {
        ScheduledTask next = tasks.peek();
        long waitNanos =
            next == null ? TimeUnit.SECONDS.toNanos(1) : clock.nanosUntil(next.dueMs());
        if (next != null && waitNanos <= 0) {
          tasks.remove();
          return next;
        }
        changed.awaitNanos(waitNanos);
      }
      return null;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the thread; tasks that are still to come never run. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      tasks.clear();
      changed.signal();
    } finally {
      lock.unlock();
    }
  }
}
