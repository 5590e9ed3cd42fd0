package org.turno.acd.collection;

import java.util.Comparator;

/** Something with a fixed place in an order: three numbers, compared one after the other. */
public abstract class Placed {
  /** The smaller goes first. */
  public static final Comparator<Placed> ORDER = Placed::compare;

  /** Compared first. */
  protected final long major;

  /** Compared where the first is equal. */
  protected final long minor;

  /** Compared where both are equal; with these it is unique in its collection. */
  protected final long last;

  /** Takes its place for good. */
  protected Placed(long major, long minor, long last) {
    this.major = major;
    this.minor = minor;
    this.last = last;
  }

  /** Whether it goes before another. */
  final boolean isBefore(Placed other) {
    return compare(this, other) < 0;
  }

  private static int compare(Placed a, Placed b) {
    int order = Long.compare(a.major, b.major);
    order = order != 0 ? order : Long.compare(a.minor, b.minor);
    return order != 0 ? order : Long.compare(a.last, b.last);
  }
}
