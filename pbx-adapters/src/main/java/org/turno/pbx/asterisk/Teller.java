package org.turno.pbx.asterisk;

import java.util.ArrayList;
import java.util.List;

/** Keeps what is newer than an inventory behind it. Used on the adapter's context only. */
final class Teller {
  private final List<Runnable> held = new ArrayList<>();
  private boolean holding;

  /** From now on, what is told waits for {@link #release}. */
  void hold() {
    holding = true;
  }

  boolean holding() {
    return holding;
  }

  /** Tells now, or after the inventory that is being taken. */
  void tell(Runnable telling) {
    if (holding) {
      held.add(telling);
    } else {
      telling.run();
    }
  }

  /** Forgets what waits. */
  void discard() {
    held.clear();
  }

  /** Tells what waits, in its order, and no longer holds anything back. */
  void release() {
    holding = false;
    List<Runnable> late = List.copyOf(held);
    held.clear();
    late.forEach(Runnable::run);
  }
}
