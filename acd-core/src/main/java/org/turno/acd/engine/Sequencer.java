package org.turno.acd.engine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jspecify.annotations.Nullable;
import org.turno.acd.estimate.Outlook;
import org.turno.acd.input.Input;

/**
 * The one thread that decides. Many threads hand in inputs; it stamps them, decides, appends to the
 * journal and dispatches the effects, one after the other. Nothing else reads the clock for the
 * core.
 *
 * <p>While the journal has no room it decides nothing and says so by {@link #deciding()}; it goes
 * on when there is room again.
 *
 * <p>When anything throws, it stops for good: what memory holds is then ahead of the journal, and
 * the journal is what counts. A restart recovers; meanwhile the dead man's switch looks after the
 * callers, since {@link #deciding()} no longer holds.
 */
public final class Sequencer implements InputSink, AutoCloseable {
  private static final long LONGEST_PARK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long STALLED_AFTER_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** What waits in the inbox. */
  private sealed interface Item {
    /** It will never be taken. */
    void refuse(Throwable why);
  }

  private record Decide(Input input, @Nullable CompletableFuture<Entry> reply) implements Item {
    void done(Entry entry) {
      if (reply != null) {
        reply.complete(entry);
      }
    }

    @Override
    public void refuse(Throwable why) {
      if (reply != null) {
        reply.completeExceptionally(why);
      }
    }
  }

  private record Look(CompletableFuture<Outlook> reply) implements Item {
    @Override
    public void refuse(Throwable why) {
      reply.completeExceptionally(why);
    }
  }

  /** An input in hand, and what was decided about it. */
  private static final class Taken {
    final Decide decide;
    final long fromNanos;
    @Nullable Entry entry;

    Taken(Decide decide, long fromNanos) {
      this.decide = decide;
      this.fromNanos = fromNanos;
    }

    Entry entry() {
      return requireNonNull(entry);
    }
  }

  private final DecisionLoop loop;
  private final EngineClock clock;
  private final SequencerObserver observer;
  private final int capacity;
  private final MpscAtomicArrayQueue<Item> inbox;
  private final Thread thread;
  private final Queue<Input> first = new ArrayDeque<>();
  private final List<Taken> batch = new ArrayList<>();
  private volatile boolean stopping;
  private volatile boolean parked;
  private volatile boolean full;
  private volatile long beatNanos;
  private volatile @Nullable Throwable halted;

  /**
   * Not started yet.
   *
   * @param capacity how many inputs may wait, rounded up to a power of two
   */
  public Sequencer(DecisionLoop loop, EngineClock clock, SequencerObserver observer, int capacity) {
    this.loop = loop;
    this.clock = clock;
    this.observer = observer;
    this.capacity = capacity;
    this.inbox = new MpscAtomicArrayQueue<>(capacity);
    this.thread = new Thread(this::run, "sequencer");
    this.beatNanos = System.nanoTime();
  }

  /** Begins to decide. */
  public void start() {
    start(List.of());
  }

  /**
   * Begins to decide with inputs that come before all others, also before timers that have expired
   * while nobody decided: what those find must not be taken for what holds now.
   */
  public void start(List<? extends Input> inputs) {
    first.addAll(inputs);
    beatNanos = System.nanoTime();
    thread.start();
  }

  @Override
  public boolean offer(Input input) {
    return halted == null && put(new Decide(input, null));
  }

  @Override
  public CompletionStage<Entry> submit(Input input) {
    CompletableFuture<Entry> reply = new CompletableFuture<>();
    hand(new Decide(input, reply));
    return reply;
  }

  /**
   * How long those who wait will wait, as of the moment this thread gets to it. It decides and
   * writes nothing; what is asked of the outlook afterwards costs the asker's time. Fails as {@link
   * #submit} does.
   */
  public CompletionStage<Outlook> outlook() {
    CompletableFuture<Outlook> reply = new CompletableFuture<>();
    hand(new Look(reply));
    return reply;
  }

  private void hand(Item item) {
    Throwable why = halted;
    if (why != null) {
      item.refuse(new HaltedException(String.valueOf(why.getMessage())));
    } else if (full) {
      item.refuse(
          new HaltedException("the disk with the journal is full; free some room, it goes on"));
    } else if (!put(item)) {
      item.refuse(new InboxFullException(capacity));
    } else if (halted != null) {
      refuseWaiting();
    }
  }

  private boolean put(Item item) {
    boolean taken = inbox.offer(item);
    if (taken && parked) {
      LockSupport.unpark(thread);
    }
    return taken;
  }

  @Override
  public boolean deciding() {
    return halted == null
        && !full
        && thread.isAlive()
        && System.nanoTime() - beatNanos < STALLED_AFTER_NANOS;
  }

  /** Inputs that wait to be decided. */
  public int waiting() {
    return inbox.size();
  }

  private void run() {
    try {
      while (!stopping) {
        beatNanos = System.nanoTime();
        if (!step()) {
          park();
        }
      }
      halted = new IllegalStateException("it was shut down");
    } catch (Throwable why) {
      halted = why;
      observer.halted(why);
      if (why instanceof VirtualMachineError fatal) {
        throw fatal;
      }
    } finally {
      refuseWaiting();
    }
  }

  /** Decides what is there, one input or as many as the journal takes at once. */
  private boolean step() {
    full = !loop.hasRoom();
    Item item = full ? null : next();
    if (item == null) {
      return false;
    }
    try {
      while (item != null) {
        switch (item) {
          case Decide decide -> take(decide);
          case Look look -> look(look.reply());
        }
        item = batch.size() < loop.batch() ? next() : null;
      }
      loop.release(batch.stream().map(Taken::entry).toList());
    } catch (Throwable why) {
      halted = why; // before anybody is told: whoever asks then finds that it has stopped
      for (Taken taken : batch) {
        taken.decide.refuse(new HaltedException(String.valueOf(why.getMessage())));
      }
      throw why;
    }
    long doneNanos = System.nanoTime();
    for (Taken taken : batch) {
      observer.decided(taken.entry(), doneNanos - taken.fromNanos);
      taken.decide.done(taken.entry());
    }
    batch.clear();
    return true;
  }

  private @Nullable Item next() {
    Input begin = first.poll();
    if (begin != null) {
      return new Decide(begin, null);
    }
    Input due = loop.due(clock.nowMs());
    return due == null ? inbox.poll() : new Decide(due, null);
  }

  private void take(Decide decide) {
    Taken taken = new Taken(decide, System.nanoTime());
    batch.add(taken);
    taken.entry = loop.decide(decide.input(), clock.nowMs());
  }

  /** Whatever goes wrong here is the asker's: callers must not wait for it. */
  private void look(CompletableFuture<Outlook> reply) {
    try {
      reply.complete(loop.outlook(clock.nowMs()));
    } catch (RuntimeException why) {
      reply.completeExceptionally(why);
    }
  }

  private void park() {
    parked = true;
    if ((inbox.isEmpty() || full) && !stopping) {
      Long deadlineMs = full ? null : loop.state().nextDeadlineMs();
      long nanos = deadlineMs == null ? LONGEST_PARK_NANOS : clock.nanosUntil(deadlineMs);
      if (nanos > 0) {
        LockSupport.parkNanos(this, Math.min(nanos, LONGEST_PARK_NANOS));
      }
    }
    parked = false;
  }

  private void refuseWaiting() {
    for (Item item = inbox.poll(); item != null; item = inbox.poll()) {
      item.refuse(new HaltedException("it was shut down"));
    }
  }

  /** Stops after the input in hand; what waits is refused. Waits for the thread to end. */
  @Override
  public void close() {
    stopping = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
