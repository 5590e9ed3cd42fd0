package org.turno.acd.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.QueueEvent;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.QueuePlan;

/**
 * Which lines and queues are open: what a supervisor says holds, otherwise what the hours say,
 * otherwise open. Changed only while an event is applied.
 */
final class DoorBook {
  /**
   * What is known of one door.
   *
   * @param hours what its hours say; null where it has none, or nobody told yet
   * @param forced what a supervisor said; null for nothing
   */
  record State(
      Door door, QueueEvent.@Nullable Scheduled hours, QueueEvent.@Nullable Forced forced) {}

  private final Map<Door, State> states = new TreeMap<>();

  boolean isOpen(Door door) {
    State state = states.get(door);
    if (state == null) {
      return true;
    } else if (state.forced != null) {
      return state.forced.open();
    }
    return state.hours == null || state.hours.open();
  }

  State of(Door door) {
    return states.getOrDefault(door, new State(door, null, null));
  }

  void scheduled(QueueEvent.Scheduled event) {
    put(new State(event.door(), event, of(event.door()).forced));
  }

  void forced(QueueEvent.Forced event) {
    put(new State(event.door(), of(event.door()).hours, event));
  }

  void released(Door door) {
    put(new State(door, of(door).hours, null));
  }

  private void put(State state) {
    if (state.hours == null && state.forced == null) {
      states.remove(state.door);
    } else {
      states.put(state.door, state);
    }
  }

  /** A changed configuration: forgets doors that are gone, and hours where there are none. */
  void planned(FloorPlan plan) {
    Map<Door, Boolean> hours = new TreeMap<>();
    for (LinePlan line : plan.lines()) {
      hours.put(Door.of(line.id()), line.closed().hours());
    }
    for (QueuePlan queue : plan.queues()) {
      hours.put(Door.of(queue.id()), queue.closed().hours());
      hours.put(Door.ofCallbacks(queue.id()), queue.callback() != null && queue.callback().hours());
    }
    states.keySet().retainAll(hours.keySet());
    for (State state : all()) {
      if (!hours.getOrDefault(state.door, false)) {
        put(new State(state.door, null, state.forced));
      }
    }
  }

  /** All doors of which anything is known, in order. */
  List<State> all() {
    return new ArrayList<>(states.values());
  }

  /** Puts back what {@link #all} told. */
  void restore(List<State> told) {
    told.forEach(this::put);
  }

  @Override
  public String toString() {
    return states.values().toString();
  }
}
