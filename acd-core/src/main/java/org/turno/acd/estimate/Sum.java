package org.turno.acd.estimate;

/**
 * A sum of fractions that does not depend on their order. Agents and contacts that are alike come
 * in the order in which the router first saw them, and that is another one after a restart; added
 * up as they are, they would give estimates that differ in the last digit from those before it.
 */
final class Sum {
  private static final double PARTS = 1_099_511_627_776.0;

  private long parts;

  void add(double fraction) {
    parts += Math.round(fraction * PARTS);
  }

  double total() {
    return (double) parts / PARTS;
  }
}
