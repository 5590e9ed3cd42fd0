package org.turno.acd.estimate;

/**
 * Quantiles of a gamma distribution by Wilson and Hilferty: no logarithm, so that every machine
 * comes to the same result.
 */
final class Gamma {
  /** One in ten of a normal distribution lies further out. */
  static final double TENTH = 1.2815515655446004;

  private Gamma() {}

  /**
   * A quantile.
   *
   * @param deviations how many deviations of a normal distribution it lies above the middle
   */
  static double quantile(double mean, double variance, double deviations) {
    if (variance <= 0) {
      return mean;
    }
    double ninth = variance / (9 * mean * mean);
    double root = Math.max(0, 1 - ninth + deviations * Math.sqrt(ninth));
    return mean * root * root * root;
  }
}
