package org.turno.acd.estimate;

import java.util.Arrays;

/**
 * How long something takes: a histogram whose buckets grow with the length, four to a doubling,
 * from a quarter of a second to nine hours. What is old fades: the sketch halves when it is full,
 * so it remembers the last five hundred to a thousand lengths. Whole numbers only: two replays of a
 * journal learn the same.
 */
final class LengthSketch {
  static final int BUCKETS = 64;
  private static final int UNIT_SHIFT = 8;

  /** What one length adds: more than one, so that halving rounds little away. */
  private static final int WEIGHT = 16;

  private static final int FULL = 1024 * WEIGHT;

  private final int[] counts;
  private int total;
  private long sumMs;

  LengthSketch() {
    counts = new int[BUCKETS];
  }

  private LengthSketch(LengthSketch other) {
    counts = other.counts.clone();
    total = other.total;
    sumMs = other.sumMs;
  }

  LengthSketch copy() {
    return new LengthSketch(this);
  }

  void add(long lengthMs) {
    counts[Math.min(position(lengthMs), BUCKETS - 1)] += WEIGHT;
    total += WEIGHT;
    sumMs += lengthMs * WEIGHT;
    if (total >= FULL) {
      total = 0;
      for (int i = 0; i < BUCKETS; i++) {
        counts[i] /= 2;
        total += counts[i];
      }
      sumMs /= 2;
    }
  }

  /** The bucket of a length; beyond the last, one that does not exist. */
  static int position(long lengthMs) {
    long units = Math.max(0, lengthMs) >> UNIT_SHIFT;
    if (units < 4) {
      return (int) units;
    }
    int octave = 63 - Long.numberOfLeadingZeros(units);
    return (octave - 1) * 4 + (int) ((units >> (octave - 2)) & 3);
  }

  /** Where a bucket begins, milliseconds; the one past the last ends the sketch. */
  static long beginMs(int bucket) {
    if (bucket < 4) {
      return (long) bucket << UNIT_SHIFT;
    }
    long units = (long) (4 + (bucket & 3)) << (bucket / 4 - 1);
    return units << UNIT_SHIFT;
  }

  /** The share of lengths in a bucket, of {@link #lengths()}. */
  double inBucket(int bucket) {
    return (double) counts[bucket] / WEIGHT;
  }

  /** How many lengths it remembers. */
  double lengths() {
    return (double) total / WEIGHT;
  }

  /** All remembered lengths, added up. */
  double sumMs() {
    return (double) sumMs / WEIGHT;
  }

  @Override
  public String toString() {
    return total == 0 ? "nothing" : sumMs + "/" + total + " " + Arrays.toString(counts);
  }
}
