package org.turno.acd.estimate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many times the agents of a group are expected to become free within a time from now: those
 * who talk once what they do ends, given how long it has gone on already, and then again and again.
 */
final class Releases {
  /** No estimate goes further. */
  static final long HORIZON_MS = 12 * 3_600_000L;

  private static final double LEAST = 0.05;
  private static final int PER_OCTAVE = 8;
  private static final long FIRST_MS = 512;

  private final List<Slot> slots = new ArrayList<>();
  private final double cycleMs;
  private final double variation;
  private double agents;
  private final double[] atMs;
  private final double[] freed;
  private final double[] freedAgain;

  /**
   * Agents who do the same for as long.
   *
   * @param work how long what they do takes; null where only something that follows is left
   * @param afterMs what follows before they are free
   * @param forMs how long they have done it
   * @param count how many they are; parts of an agent where only some are to be had
   */
  record Slot(@Nullable LengthCurve work, double afterMs, double forMs, double count) {
    /** The share of them who are free by then. */
    double free(double ms) {
      if (work == null) {
        return ms <= afterMs ? 0 : 1;
      }
      return ms <= afterMs ? 0 : 1 - work.alive(forMs + ms - afterMs) / work.alive(forMs);
    }

    /** How long one of them is expected to be busy until then. */
    double busyMs(double ms) {
      if (work == null) {
        return Math.min(ms, afterMs);
      }
      return ms <= afterMs
          ? ms
          : afterMs + (work.area(forMs + ms - afterMs) - work.area(forMs)) / work.alive(forMs);
    }
  }

  /**
   * Of these agents.
   *
   * @param cycleMs how long an agent has work with one of the next contacts
   * @param variation the squared coefficient of variation of that time
   */
  Releases(List<Slot> slots, double cycleMs, double variation) {
    this.slots.addAll(slots);
    this.cycleMs = cycleMs;
    this.variation = variation;
    slots.forEach(slot -> agents += slot.count);
    atMs = grid();
    freed = new double[atMs.length];
    freedAgain = new double[atMs.length];
    for (int i = 1; i < atMs.length; i++) {
      tabulate(i);
    }
  }

  private static double[] grid() {
    List<Double> times = new ArrayList<>(List.of(0.0));
    for (double step = FIRST_MS / (double) PER_OCTAVE, from = 0; from < HORIZON_MS; ) {
      for (int i = 0; i < PER_OCTAVE; i++) {
        from += step;
        times.add(from);
      }
      step = from / PER_OCTAVE;
    }
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private void tabulate(int i) {
    for (Slot slot : slots) {
      double free = slot.free(atMs[i]);
      // work that always takes the same ends half a turn later than if each moment were like any
      double rounds = (atMs[i] - slot.busyMs(atMs[i])) / cycleMs;
      double again = Math.max(0, rounds - regular() * free / 2);
      freed[i] += slot.count * (free + again);
      freedAgain[i] += slot.count * again;
    }
  }

  /** How often one of them becomes free, per millisecond, in the long run. */
  double perMs() {
    return agents / cycleMs;
  }

  /** When so many have become free, milliseconds from now; the horizon where that is later. */
  double when(double count) {
    int low = 0;
    int high = freed.length - 1;
    if (count >= freed[high]) {
      return HORIZON_MS;
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (freed[middle] <= count) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double width = freed[high] - freed[low];
    double part = width <= 0 ? 0 : (count - freed[low]) / width;
    return Math.min(HORIZON_MS, atMs[low] + part * (atMs[high] - atMs[low]));
  }

  /**
   * By how much fewer must become free until a turn comes than if each moment were like any other:
   * the first of s whose work always takes the same is free after s/(s+1) of them on average.
   *
   * @param before how many turns there are before
   */
  double sooner(double before) {
    return regular() * (before < agents ? (before + 1) / (agents + 1) : 0.5);
  }

  /**
   * How irregularly they become free: 1 where each moment is like any other, less where work always
   * takes about the same and each has ended only once, more where lengths differ widely.
   *
   * @param before how many turns there are before
   * @param ms until when it is asked
   */
  double irregularity(double before, double ms) {
    double part = agents / (agents + 1);
    double once = Math.max(LEAST, (agents - before) / (agents + 2)) * part * part;
    double uneven = Math.max(0, variation - 1) * again(ms);
    return 1 - regular() + regular() * once + uneven;
  }

  private double regular() {
    return Math.max(0, 1 - variation);
  }

  /** Of those who become free until then, the part that has been free before. */
  private double again(double ms) {
    int i = 1;
    while (i < atMs.length - 1 && atMs[i] < ms) {
      i++;
    }
    return freed[i] <= 0 ? 0 : freedAgain[i] / freed[i];
  }
}
