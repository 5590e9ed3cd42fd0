package org.turno.acd.estimate;

/**
 * How probable it is that something still goes on after a time. Made from a sketch and, where that
 * has seen little, from a mean that is taken for usual. Uses no operation whose result could differ
 * between machines.
 */
final class LengthCurve {
  /** The usual counts as much as so many lengths seen. */
  private static final double USUAL_WEIGHT = 4;

  private final double[] alive = new double[LengthSketch.BUCKETS + 1];
  private final double[] area = new double[LengthSketch.BUCKETS + 1];
  private final double usualMs;
  private final double meanMs;
  private final double variation;

  /**
   * From a sketch.
   *
   * @param usualMs the mean of what is usual
   */
  LengthCurve(LengthSketch sketch, double usualMs) {
    this.usualMs = usualMs;
    double seen = sketch.lengths();
    double whole = seen + USUAL_WEIGHT;
    double left = seen;
    for (int i = 0; i <= LengthSketch.BUCKETS; i++) {
      double atMs = LengthSketch.beginMs(i);
      alive[i] = (left + USUAL_WEIGHT * usualAlive(atMs)) / whole;
      if (i > 0) {
        double lengthMs = atMs - LengthSketch.beginMs(i - 1);
        area[i] = area[i - 1] + lengthMs * (alive[i - 1] + alive[i]) / 2;
      }
      if (i < LengthSketch.BUCKETS) {
        left -= sketch.inBucket(i);
      }
    }
    meanMs = area[LengthSketch.BUCKETS];
    variation = Math.max(0, secondMoment() / (meanMs * meanMs) - 1);
  }

  /** Much like an exponential one of that mean, with a longer tail. */
  private double usualAlive(double ms) {
    double x = 1 / (1 + ms / (4 * usualMs));
    return x * x * x * x * x;
  }

  private double secondMoment() {
    double sum = 0;
    for (int i = 0; i < LengthSketch.BUCKETS; i++) {
      double from = LengthSketch.beginMs(i);
      double to = LengthSketch.beginMs(i + 1);
      double middle = (from + to) / 2;
      sum += 2 * middle * (area[i + 1] - area[i]);
    }
    return sum;
  }

  /** The mean length, milliseconds. */
  double meanMs() {
    return meanMs;
  }

  /** The square of the coefficient of variation. */
  double variation() {
    return variation;
  }

  /** The share that still goes on after so long. */
  double alive(double ms) {
    return at(alive, ms);
  }

  /** The mean of how much of the first so long it goes on, milliseconds. */
  double area(double ms) {
    int i = bucket(ms);
    if (i >= LengthSketch.BUCKETS) {
      return meanMs + (ms - LengthSketch.beginMs(LengthSketch.BUCKETS)) * tail();
    }
    double fromMs = LengthSketch.beginMs(i);
    return area[i] + (ms - fromMs) * (alive[i] + alive(ms)) / 2;
  }

  /** What goes on beyond the sketch goes on for good: hours in which nothing was ever seen. */
  private double tail() {
    return alive[LengthSketch.BUCKETS];
  }

  private static double at(double[] values, double ms) {
    int i = bucket(ms);
    if (i >= LengthSketch.BUCKETS) {
      return values[LengthSketch.BUCKETS];
    }
    double fromMs = LengthSketch.beginMs(i);
    double share = (ms - fromMs) / (LengthSketch.beginMs(i + 1) - fromMs);
    return values[i] + share * (values[i + 1] - values[i]);
  }

  private static int bucket(double ms) {
    return LengthSketch.position((long) ms);
  }
}
