package org.turno.load.theory;

import java.util.random.RandomGenerator;

/** How a length of time is distributed. */
@FunctionalInterface
interface Law {
  /** A length, seconds; infinite for never. */
  double draw(RandomGenerator random);

  /** Never. */
  static Law never() {
    return random -> Double.POSITIVE_INFINITY;
  }

  /** Without memory. */
  static Law exponential(double meanS) {
    return random -> meanS * random.nextExponential();
  }

  /** The shape of real handling times; the coefficient of variation is 1. */
  static Law lognormal(double meanS) {
    double sigma = Math.sqrt(Math.log(2));
    return random -> meanS * Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
  }
}
