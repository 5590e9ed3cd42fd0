package org.turno.server.app;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.engine.EngineClock;
import org.turno.acd.engine.InputSink;
import org.turno.acd.input.DoorInput;
import org.turno.server.hours.Opening;

/**
 * Tells the core when lines and queues open and close by their hours: all of them at the start and
 * after each reload, then each as it changes. A clock that was set, or a machine that slept, is
 * caught up with at the next look.
 */
final class DoorClock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DoorClock.class);
  private static final long LOOK_MS = 500;

  /** What was told of one door. */
  private static final class Told {
    final Opening opening;
    boolean known;
    long dueMs;
    boolean open;

    Told(Opening opening) {
      this.opening = opening;
    }
  }

  private final InputSink inputs;
  private final EngineClock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closed = lock.newCondition();
  private List<Told> doors = List.of();
  private boolean over;

  DoorClock(InputSink inputs, EngineClock clock) {
    this.inputs = inputs;
    this.clock = clock;
  }

  /** Goes by these hours from now on, and tells all of them at once. */
  void goBy(List<Opening> openings) {
    lock.lock();
    try {
      doors = openings.stream().map(Told::new).toList();
      look();
    } finally {
      lock.unlock();
    }
  }

  /** Looks on by itself. */
  void start() {
    Thread.ofPlatform().daemon().name("turno-doors").start(this::run);
  }

  private void run() {
    lock.lock();
    try {
      while (!over) {
        look();
        boolean _ = closed.await(LOOK_MS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Tells what has changed since the last look. */
  void look() {
    lock.lock();
    try {
      long nowMs = clock.nowMs();
      for (Told door : doors) {
        boolean due = door.dueMs != 0 && nowMs >= door.dueMs;
        if (!door.known || due) {
          tell(door, nowMs);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void tell(Told door, long nowMs) {
    boolean open = door.opening.hours().openAt(nowMs);
    Long next = door.opening.hours().nextChangeMs(nowMs);
    long nextMs = next == null ? 0 : next;
    // a full inbox is tried again at the next look
    if (inputs.offer(new DoorInput.Scheduled(door.opening.door(), open, nextMs))) {
      if (door.known && open != door.open) {
        LOG.info("{} {} by its hours", door.opening.door(), open ? "opens" : "closes");
      }
      door.known = true;
      door.open = open;
      door.dueMs = nextMs;
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      over = true;
      closed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
