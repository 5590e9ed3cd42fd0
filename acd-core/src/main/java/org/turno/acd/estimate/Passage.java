package org.turno.acd.estimate;

/**
 * How much service it takes until a contact's turn comes, in units of one agent becoming free. With
 * i contacts before it, an agent becomes free once a unit, each of the i gives up now and then, and
 * now and then somebody comes who goes before: a birth-and-death process, and the turn is its first
 * passage. Mean and variance of each step follow from those of the step further back.
 */
final class Passage {
  /** Steps further back than this from the contact's own are taken to be like the last. */
  private static final int BEYOND = 64;

  private final double[] mean;
  private final double[] variance;

  /**
   * With up to so many before it.
   *
   * @param givingUp how often each of those before gives up, per unit
   * @param overtaking how many come that go before, per unit
   */
  Passage(int before, double givingUp, double overtaking) {
    mean = new double[before + 2];
    variance = new double[before + 2];
    double stepMean = 1 / Math.max(0.05, 1 + (before + BEYOND) * givingUp - overtaking);
    double stepSquare = 2 * stepMean * stepMean;
    for (int i = before + BEYOND - 1; i >= 0; i--) {
      double down = 1 + i * givingUp;
      double stay = 1 / (down + overtaking);
      double up = overtaking * stay;
      double further = stepMean;
      double furtherSquare = stepSquare;
      stepMean = (1 + overtaking * further) / down;
      stepSquare =
          (2 * stay * stay
                  + 2 * stay * up * (further + stepMean)
                  + up * (furtherSquare + 2 * further * stepMean))
              / (1 - up);
      if (i <= before) {
        mean[i + 1] = stepMean;
        variance[i + 1] = stepSquare - stepMean * stepMean;
      }
    }
    for (int i = 1; i < mean.length; i++) {
      mean[i] += mean[i - 1];
      variance[i] += variance[i - 1];
    }
  }

  /** The mean with so many before it. */
  double mean(double before) {
    return between(mean, before);
  }

  /** The variance with so many before it. */
  double variance(double before) {
    return between(variance, before);
  }

  private static double between(double[] values, double before) {
    int whole = Math.min((int) before, values.length - 2);
    double part = Math.min(1, before - whole);
    double lower = values[whole + 1];
    return whole + 2 < values.length ? lower + part * (values[whole + 2] - lower) : lower;
  }
}
