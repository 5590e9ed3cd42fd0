package org.turno.pbx.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.InputSink;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;

/**
 * Hands facts and reports to the core. When the core has no room, facts are dropped, since an
 * inventory will replace them, and reports are kept, since nothing would. Used on the adapter's
 * context only.
 */
public final class Intake {
  private final LongAdder factsRefused;
  private final Runnable onFull;
  private final Deque<Input> kept = new ArrayDeque<>();
  private @Nullable InputSink sink;
  private boolean full;

  /**
   * Closed at first.
   *
   * @param factsRefused counts what was dropped
   * @param onFull runs when the core has no more room
   */
  public Intake(LongAdder factsRefused, Runnable onFull) {
    this.factsRefused = factsRefused;
    this.onFull = onFull;
  }

  /** From now on facts are handed in. */
  public void open(InputSink to) {
    sink = to;
  }

  /** Nothing is handed in after this. */
  public void close() {
    sink = null;
  }

  /** Whether the core decides at the moment. */
  public boolean deciding() {
    return sink != null && sink.deciding();
  }

  /** A fact; dropped when there is no room. */
  public void fact(PbxInput fact) {
    if (full || !offer(fact)) {
      factsRefused.increment();
      overflow();
    }
  }

  /** What must arrive, if late. */
  public void must(Input input) {
    if (full || !offer(input)) {
      kept.add(input);
      overflow();
    }
  }

  /** An inventory; true when it was taken. */
  public boolean inventory(PbxInput.Inventory inventory) {
    if (full || !offer(inventory)) {
      overflow();
      return false;
    }
    return true;
  }

  /** Tries what was kept; true when there is room again. */
  public boolean retry() {
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
