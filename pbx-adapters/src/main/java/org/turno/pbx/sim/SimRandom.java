package org.turno.pbx.sim;

import java.util.SplittableRandom;

/**
 * Chance that a seed decides. Each part of a simulation takes a stream of its own by name, so that
 * drawing more in one part changes nothing in another. One thread per stream.
 */
public final class SimRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private final long seed;
  private final SplittableRandom source;

  /** The same seed gives the same numbers on every machine. */
  public SimRandom(long seed) {
    this.seed = seed;
    this.source = new SplittableRandom(seed);
  }

  /** An independent stream; the same name gives the same stream, whatever was drawn before. */
  public SimRandom stream(String name) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return new SimRandom(new SplittableRandom(seed ^ (hash * GOLDEN_GAMMA)).nextLong());
  }

  /** Uniform in 0 (inclusive) to 1 (exclusive). */
  public double uniform() {
    return source.nextDouble();
  }

  /** Uniform between two values, both inclusive. */
  public long between(long low, long high) {
    return source.nextLong(low, high + 1);
  }

  /** True with this probability. */
  public boolean chance(double probability) {
    return source.nextDouble() < probability;
  }

  /** Exponential with this mean. */
  public double exponential(double mean) {
    return -mean * StrictMath.log(1.0 - source.nextDouble());
  }

  /** Lognormal with this mean and coefficient of variation. */
  public double lognormal(double mean, double variation) {
    double variance = StrictMath.log(1 + variation * variation);
    double location = StrictMath.log(mean) - variance / 2;
    return StrictMath.exp(location + StrictMath.sqrt(variance) * gaussian());
  }

  /** Box and Muller's normal deviate: the library's own is not promised to stay the same. */
  private double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1.0 - source.nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * source.nextDouble());
  }
}
