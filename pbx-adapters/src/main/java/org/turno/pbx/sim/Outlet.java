package org.turno.pbx.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.turno.acd.engine.InputSink;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;

/**
 * Hands inputs to a sink that may be full. While it is, facts are dropped, reports are kept, and an
 * inventory follows as soon as there is room. Scheduler's thread only.
 */
final class Outlet {
  private static final long RETRY_MS = 100;

  private final InputSink sink;
  private final SimScheduler scheduler;
  private final Runnable resync;
  private final BooleanSupplier closed;
  private final Deque<Input> kept = new ArrayDeque<>();
  private boolean full;

  Outlet(InputSink sink, SimScheduler scheduler, Runnable resync, BooleanSupplier closed) {
    this.sink = sink;
    this.scheduler = scheduler;
    this.resync = resync;
    this.closed = closed;
  }

  boolean deciding() {
    return sink.deciding();
  }

  void fact(PbxInput fact) {
    if (!full && !closed.getAsBoolean() && !sink.offer(fact)) {
      becomeFull();
    }
  }

  void report(EffectReport report) {
    keepOrOffer(report);
  }

  void linkDown(PbxInput.LinkDown down) {
    keepOrOffer(down);
  }

  private void keepOrOffer(Input input) {
    if (closed.getAsBoolean()) {
      return;
    }
    if (full) {
      kept.add(input);
    } else if (!sink.offer(input)) {
      kept.add(input);
      becomeFull();
    }
  }

  private void becomeFull() {
    full = true;
    scheduler.schedule(RETRY_MS, this::retry);
  }

  private void retry() {
    while (!closed.getAsBoolean() && !kept.isEmpty()) {
      if (!sink.offer(kept.element())) {
        scheduler.schedule(RETRY_MS, this::retry);
        return;
      }
      kept.remove();
    }
    full = false;
    resync.run();
  }
}
