package org.turno.load.theory;

/** How sure an interval is. */
enum Confidence {
  /** 95%. */
  USUAL(1.959964),
  /** 99.9%. */
  HIGH(3.290527);

  private final double z;

  Confidence(double z) {
    this.z = z;
  }

  /**
   * The two-sided quantile of Student's distribution, by the expansion in Abramowitz and Stegun,
   * 26.7.5; right to three digits from 15 degrees of freedom on.
   */
  double studentT(int freedom) {
    if (freedom < 15) {
      throw new IllegalArgumentException("only " + freedom + " degrees of freedom: replicate more");
    }
    double z2 = z * z;
    double first = z * (z2 + 1) / 4;
    double second = z * ((5 * z2 + 16) * z2 + 3) / 96;
    double third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    return z + (first + (second + third / freedom) / freedom) / freedom;
  }
}
