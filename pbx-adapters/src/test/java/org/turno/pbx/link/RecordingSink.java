package org.turno.pbx.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.InputSink;
import org.turno.acd.input.Input;

/** Keeps what it is offered and lets a test wait for it. */
public final class RecordingSink implements InputSink {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final List<Input> heard = new ArrayList<>();
  public volatile boolean deciding = true;
  public volatile boolean full;
  public final AtomicInteger askedWhetherDeciding = new AtomicInteger();

  @Override
  public synchronized boolean offer(Input input) {
    if (full) {
      return false;
    }
    heard.add(input);
    notifyAll();
    return true;
  }

  @Override
  public CompletionStage<Entry> submit(Input input) {
    return CompletableFuture.failedFuture(new IllegalStateException("adapters only offer"));
  }

  @Override
  public boolean deciding() {
    askedWhetherDeciding.incrementAndGet();
    return deciding;
  }

  public synchronized List<Input> heard() {
    return List.copyOf(heard);
  }

  public <T extends Input> T await(Class<T> type) {
    return await(1, type, input -> true);
  }

  public <T extends Input> T await(Class<T> type, Predicate<T> which) {
    return await(1, type, which);
  }

  /** Waits until so many of them have come, and gives the last. */
  public synchronized <T extends Input> T await(int count, Class<T> type, Predicate<T> which) {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (true) {
      List<T> found =
          heard.stream().filter(type::isInstance).map(type::cast).filter(which).toList();
      if (found.size() >= count) {
        return found.get(count - 1);
      }
      long leftMs = (deadline - System.nanoTime()) / 1_000_000;
      if (leftMs <= 0) {
        throw new AssertionError(
            "no " + type.getSimpleName() + " number " + count + " came; heard: " + heard);
      }
      try {
        wait(leftMs);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }
}
