package org.turno.acd.routing;

/** Chance that a replay draws again: a hash of the decision's number and a name. */
public final class Chance {
  private Chance() {}

  /** 32 well-mixed bits: FNV-1a of the name, then the finalizer of SplitMix64. */
  public static int draw(long seq, String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    long z = hash + seq * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return (int) (z >>> 32);
  }

  /**
   * A draw turned into an exponentially distributed number with mean 2^20. The smallest of several,
   * each multiplied by n_i, falls on i with a chance in proportion to 1/n_i. Integer arithmetic:
   * the same on every machine.
   */
  static long exponential(int draw) {
    long uniform = (draw & 0xffffffffL) + 1;
    int log2 = 63 - Long.numberOfLeadingZeros(uniform);
    long mantissa = log2 <= 20 ? uniform << (20 - log2) : uniform >>> (log2 - 20);
    long fraction = log2OfMantissa(mantissa);
    long minusLog2 = ((32L - log2) << 20) - fraction;
    return (minusLog2 * 726_817) >>> 20;
  }

  /** log2(m / 2^20) in units of 2^-20 for m in [2^20, 2^21), bit by bit. */
  private static long log2OfMantissa(long mantissa) {
    long m = mantissa;
    long result = 0;
    for (int bit = 19; bit >= 0; bit--) {
      m = (m * m) >>> 20;
      if (m >= 1L << 21) {
        m >>>= 1;
        result |= 1L << bit;
      }
    }
    return result;
  }
}
