package org.turno.load.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.InputSink;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;

/** Keeps what an adapter says and lets a test wait for it. Safe for any thread. */
final class Heard implements InputSink {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final List<Input> inputs = new ArrayList<>();
  private volatile boolean deciding = true;

  @Override
  public synchronized boolean offer(Input input) {
    inputs.add(input);
    notifyAll();
    return true;
  }

  @Override
  public CompletionStage<Entry> submit(Input input) {
    return CompletableFuture.failedFuture(new IllegalStateException("adapters only offer"));
  }

  @Override
  public boolean deciding() {
    return deciding;
  }

  /** As a core that has halted. */
  void stopDeciding() {
    deciding = false;
  }

  synchronized List<Input> all() {
    return List.copyOf(inputs);
  }

  <T extends Input> List<T> all(Class<T> type) {
    return all().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Waits for exactly this. */
  void await(Input input) {
    await(1, Input.class, input::equals, input.toString());
  }

  /** Waits for the first of a kind. */
  <T extends Input> T await(Class<T> type) {
    return await(1, type);
  }

  /** Waits for one of a kind, counted from 1. */
  <T extends Input> T await(int number, Class<T> type) {
    return await(number, type, input -> true, type.getSimpleName());
  }

  /** Waits for the first that suits. */
  <T extends Input> T await(Class<T> type, Predicate<T> which, String what) {
    return await(1, type, which, what);
  }

  private synchronized <T extends Input> T await(
      int number, Class<T> type, Predicate<T> which, String what) {
    long endNanos = System.nanoTime() + DEADLINE.toNanos();
    while (true) {
      List<T> found =
          inputs.stream().filter(type::isInstance).map(type::cast).filter(which).toList();
      if (found.size() >= number) {
        return found.get(number - 1);
      }
      long leftMs = (endNanos - System.nanoTime()) / 1_000_000;
      if (leftMs <= 0) {
        throw new AssertionError("no " + what + " (number " + number + ") among " + inputs);
      }
      try {
        wait(leftMs);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for " + what, e);
      }
    }
  }

  /** What was last said of a phone; UNKNOWN when nothing was. */
  PhoneState phone(PhoneId phone) {
    PhoneState state = PhoneState.UNKNOWN;
    for (Input input : all()) {
      if (input instanceof PbxInput.Inventory inventory) {
        for (var snapshot : inventory.phones()) {
          state = snapshot.phone().equals(phone) ? snapshot.state() : state;
        }
      } else if (input instanceof PbxInput.PhoneChanged change && change.phone().equals(phone)) {
        state = change.state();
      }
    }
    return state;
  }
}
