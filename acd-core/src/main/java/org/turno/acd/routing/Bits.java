package org.turno.acd.routing;

import java.util.Arrays;

/**
 * A set of small numbers that grows. What it has in common with another is found a word at once.
 */
final class Bits {
  private long[] words = new long[1];

  void set(int index) {
    int word = index >>> 6;
    if (word >= words.length) {
      words = Arrays.copyOf(words, Math.max(word + 1, words.length * 2));
    }
    words[word] |= 1L << index;
  }

  void clear(int index) {
    int word = index >>> 6;
    if (word < words.length) {
      words[word] &= ~(1L << index);
    }
  }

  /** The smallest number not below from that is in both, or -1. */
  int nextCommon(Bits other, int from) {
    int last = Math.min(words.length, other.words.length);
    int word = from >>> 6;
    long mask = -1L << from;
    while (word < last) {
      long common = words[word] & other.words[word] & mask;
      if (common != 0) {
        return (word << 6) + Long.numberOfTrailingZeros(common);
      }
      mask = -1L;
      word++;
    }
    return -1;
  }
}
