package org.turno.acd.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.TimerId;

/** The running timers, ordered by deadline and, at the same deadline, by when they were set. */
final class Timers {
  /** A running timer. */
  record Timer(long deadlineMs, long setOrder, TimerId id) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      int order = Long.compare(deadlineMs, other.deadlineMs);
      return order != 0 ? order : Long.compare(setOrder, other.setOrder);
    }
  }

  private final Map<TimerId, Timer> byId = new LinkedHashMap<>();
  private final TreeSet<Timer> byDeadline = new TreeSet<>();
  private long setOrder;

  void set(TimerId id, long deadlineMs) {
    cancel(id);
    Timer timer = new Timer(deadlineMs, ++setOrder, id);
    byId.put(id, timer);
    byDeadline.add(timer);
  }

  void cancel(TimerId id) {
    Timer running = byId.remove(id);
    if (running != null) {
      byDeadline.remove(running);
    }
  }

  @Nullable Timer first() {
    return byDeadline.isEmpty() ? null : byDeadline.first();
  }

  @Nullable Timer get(TimerId id) {
    return byId.get(id);
  }

  /** All that run, the one due first first. */
  List<Timer> inOrder() {
    return List.copyOf(byDeadline);
  }

  /** How many were ever set. */
  long setCount() {
    return setOrder;
  }

  /** Puts back what {@link #inOrder} and {@link #setCount} told. */
  void restore(List<Timer> running, long newSetCount) {
    setOrder = newSetCount;
    for (Timer timer : running) {
      byId.put(timer.id(), timer);
      byDeadline.add(timer);
    }
  }

  @Override
  public String toString() {
    return byDeadline.toString();
  }
}
