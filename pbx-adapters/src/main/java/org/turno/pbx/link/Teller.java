package org.turno.pbx.link;

import java.util.ArrayList;
import java.util.List;

/** Keeps what is newer than an inventory behind it. Used on the adapter's context only. */
public final class Teller {
  private final List<Runnable> held = new ArrayList<>();
  private boolean holding;

  /** From now on, what is told waits for {@link #release}. */
  public void hold() {
    holding = true;
  }

  /** Whether it waits. */
  public boolean holding() {
    return holding;
  }

  /** Tells now, or after the inventory that is being taken. */
  public void tell(Runnable telling) {
    if (holding) {
      held.add(telling);
    } else {
      telling.run();
    }
  }

  /** Forgets what waits. */
  public void discard() {
    held.clear();
  }

  /** Tells what waits, in its order, and no longer holds anything back. */
  public void release() {
    holding = false;
    List<Runnable> late = List.copyOf(held);
    held.clear();
    late.forEach(Runnable::run);
  }
}
