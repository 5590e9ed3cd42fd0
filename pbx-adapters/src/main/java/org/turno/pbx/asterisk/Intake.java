package org.turno.pbx.asterisk;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.InputSink;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;

/**
 * Hands facts and reports to the core. When the core has no room, facts are dropped, since an
 * inventory will replace them, and reports are kept, since nothing would. Used on the adapter's
 * context only.
 */
final class Intake {
  private final Counters counters;
  private final Runnable onFull;
  private final Deque<Input> kept = new ArrayDeque<>();
  private @Nullable InputSink sink;
  private boolean full;

  Intake(Counters counters, Runnable onFull) {
    this.counters = counters;
    this.onFull = onFull;
  }

  void open(InputSink to) {
    sink = to;
  }

  /** Nothing is handed in after this. */
  void close() {
    sink = null;
  }

  boolean deciding() {
    return sink != null && sink.deciding();
  }

  /** A fact; dropped when there is no room. */
  void fact(PbxInput fact) {
    if (full || !offer(fact)) {
      counters.factsRefused.increment();
      overflow();
    }
  }

  /** What must arrive, if late. */
  void must(Input input) {
    if (full || !offer(input)) {
      kept.add(input);
      overflow();
    }
  }

  /** An inventory; true when it was taken. */
  boolean inventory(PbxInput.Inventory inventory) {
    if (full || !offer(inventory)) {
      overflow();
      return false;
    }
    return true;
  }

  /** Tries what was kept; true when there is room again. */
  boolean retry() {
    while (!kept.isEmpty()) {
      if (!offer(kept.peekFirst())) {
        return false;
      }
      kept.removeFirst();
    }
    full = false;
    return true;
  }

  private boolean offer(Input input) {
    return sink == null || sink.offer(input);
  }

  private void overflow() {
    if (!full) {
      full = true;
      onFull.run();
    }
  }
}
