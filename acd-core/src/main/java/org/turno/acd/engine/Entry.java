package org.turno.acd.engine;

import java.util.List;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.Event;
import org.turno.acd.input.Input;

/**
 * One decision: an input and all that came of it. The journal's unit, written as one document.
 *
 * @param seq contiguous from 1
 * @param timeMs when it was decided, epoch milliseconds, never less than the entry before
 * @param input what came
 * @param events what it led to, in order
 * @param effects what the outside world is asked to do, in order; each is outstanding until an
 *     event settles it
 */
public record Entry(long seq, long timeMs, Input input, List<Event> events, List<Effect> effects) {
  /** Copies the lists. */
  public Entry {
    events = List.copyOf(events);
    effects = List.copyOf(effects);
  }
}
