package org.turno.acd.estimate;

/** A sum over a number of things, of which the old fade: both halve after so many additions. */
final class Share {
  private static final int LIMIT = 2_048;

  private long sum;
  private int count;
  private int additions;

  Share() {}

  private Share(Share other) {
    sum = other.sum;
    count = other.count;
    additions = other.additions;
  }

  Share copy() {
    return new Share(this);
  }

  /** Something more, of which the sum grows by so much and the count by so many. */
  void add(long more, int things) {
    sum += more;
    count += things;
    if (++additions >= LIMIT) {
      additions /= 2;
      sum /= 2;
      count /= 2;
    }
  }

  long sum() {
    return sum;
  }

  int count() {
    return count;
  }

  /** The sum for each thing; 0 where nothing was counted. */
  double mean() {
    return count == 0 ? 0 : (double) sum / count;
  }

  @Override
  public String toString() {
    return sum + "/" + count + " in " + additions;
  }
}
