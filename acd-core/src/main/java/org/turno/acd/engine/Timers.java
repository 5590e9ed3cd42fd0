package org.turno.acd.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turno.acd.collection.InOrder;
import org.turno.acd.collection.Lookup;
import org.turno.acd.collection.Placed;
import org.turno.acd.event.TimerId;

/** The running timers, ordered by deadline and, at the same deadline, by when they were set. */
final class Timers {
  /** A running timer. */
  static final class Timer extends Placed {
    final TimerId id;

    private Timer(TimerId id, long deadlineMs, long setOrder) {
      super(deadlineMs, setOrder, 0);
      this.id = id;
    }

    long deadlineMs() {
      return major;
    }

    private Running running() {
      return new Running(id, major, minor);
    }

    @Override
    public String toString() {
      return id + " at " + major;
    }
  }

  /** One that runs, as it is kept in a snapshot. */
  record Running(TimerId id, long deadlineMs, long setOrder) {}

  private final Map<TimerId.Kind, Lookup<String, Timer>> bySubject =
      new EnumMap<>(TimerId.Kind.class);
  private final InOrder<Timer> byDeadline = new InOrder<>();
  private long setOrder;

  Timers() {
    for (TimerId.Kind kind : TimerId.Kind.values()) {
      bySubject.put(kind, new Lookup<>());
    }
  }

  void set(TimerId id, long deadlineMs) {
    cancel(id);
    Timer timer = new Timer(id, deadlineMs, ++setOrder);
    of(id.kind()).put(id.subject(), timer);
    byDeadline.add(timer);
  }

  void cancel(TimerId id) {
    Timer running = of(id.kind()).remove(id.subject());
    if (running != null) {
      byDeadline.remove(running);
    }
  }

  /** The one that is due next; null when none runs. */
  @Nullable Timer first() {
    return byDeadline.first();
  }

  /** A timer that runs; null when it does not. */
  @Nullable Timer get(TimerId.Kind kind, String subject) {
    return of(kind).get(subject);
  }

  private Lookup<String, Timer> of(TimerId.Kind kind) {
    Lookup<String, Timer> ofKind = bySubject.get(kind);
    if (ofKind == null) {
      throw new IllegalStateException("nobody keeps timers of the kind " + kind);
    }
    return ofKind;
  }

  /** All that run, the one due first first. */
  List<Running> inOrder() {
    List<Running> all = new ArrayList<>();
    byDeadline.forEach(timer -> all.add(timer.running()));
    return all;
  }

  /** How many were ever set. */
  long setCount() {
    return setOrder;
  }

  /** Puts back what {@link #inOrder} and {@link #setCount} told. */
  void restore(List<Running> running, long newSetCount) {
    setOrder = newSetCount;
    for (Running kept : running) {
      Timer timer = new Timer(kept.id(), kept.deadlineMs(), kept.setOrder());
      of(kept.id().kind()).put(kept.id().subject(), timer);
      byDeadline.add(timer);
    }
  }

  @Override
  public String toString() {
    List<String> all = new ArrayList<>();
    byDeadline.forEach(timer -> all.add(timer.toString()));
    return all.toString();
  }
}
