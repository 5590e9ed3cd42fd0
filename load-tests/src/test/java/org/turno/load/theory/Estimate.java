package org.turno.load.theory;

import java.util.Locale;

/**
 * A figure measured in independent replications.
 *
 * @param mean over the replications
 * @param standardError of that mean
 * @param replications how many
 */
record Estimate(double mean, double standardError, int replications) {
  static Estimate of(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / (values.length - 1));
    return new Estimate(mean, deviation / Math.sqrt(values.length), values.length);
  }

  /** Half the width of the interval that holds the true mean with that confidence. */
  double halfWidth(Confidence confidence) {
    return confidence.studentT(replications - 1) * standardError;
  }

  boolean holds(double value, Confidence confidence) {
    return Math.abs(mean - value) <= halfWidth(confidence);
  }

  String text(Confidence confidence) {
    double half = halfWidth(confidence);
    String absolute = String.format(Locale.ROOT, "%.5f ± %.5f", mean, half);
    return mean == 0
        ? absolute
        : String.format(Locale.ROOT, "%s (%.1f%%)", absolute, 100 * half / Math.abs(mean));
  }
}
