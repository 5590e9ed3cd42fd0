package org.turno.stats;

import java.util.Optional;
import java.util.function.Consumer;

/** Where figures are read. Safe for any thread. */
public interface FiguresPublisher {
  /** The newest published figures. */
  FloorFigures current();

  /** Whether the journal has been read to its end since the start: before, figures are old. */
  boolean caughtUp();

  /** Why the figures stand still; empty while they live. */
  Optional<String> failure();

  /**
   * Calls back with each publication, at most ten times a second, on the publishing thread: return
   * at once.
   *
   * @return ends the subscription
   */
  Runnable subscribe(Consumer<FloorFigures> subscriber);
}
