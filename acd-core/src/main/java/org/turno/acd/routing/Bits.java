package org.turno.acd.routing;

import java.util.Arrays;

/**
 * A set of small numbers that grows. Beside the numbers, 64 to a word, it keeps which of those
 * words hold any: what two sets have in common is found without a look at words that either leaves
 * empty.
 */
final class Bits {
  private long[] words = new long[1];
  private long[] used = new long[1];

  void set(int index) {
    int word = index >>> 6;
    if (word >= words.length) {
      words = Arrays.copyOf(words, Math.max(word + 1, words.length * 2));
      used = Arrays.copyOf(used, ((words.length - 1) >>> 6) + 1);
    }
    words[word] |= 1L << index;
    used[word >>> 6] |= 1L << word;
  }

  void clear(int index) {
    int word = index >>> 6;
    if (word < words.length) {
      words[word] &= ~(1L << index);
      if (words[word] == 0) {
        used[word >>> 6] &= ~(1L << word);
      }
    }
  }

  boolean get(int index) {
    int word = index >>> 6;
    return word < words.length && (words[word] & 1L << index) != 0;
  }

  Bits copy() {
    Bits copy = new Bits();
    copy.words = words.clone();
    copy.used = used.clone();
    return copy;
  }

  /** The smallest number not below from that is in it, or -1. */
  int next(int from) {
    return nextCommon(this, from);
  }

  /** The smallest number not below from that is in both, or -1. */
  int nextCommon(Bits other, int from) {
    int word = from >>> 6;
    if (word < words.length && word < other.words.length) {
      long common = words[word] & other.words[word] & -1L << from;
      if (common != 0) {
        return (word << 6) + Long.numberOfTrailingZeros(common);
      }
    }
    word++;
    int last = Math.min(used.length, other.used.length);
    long mask = -1L << word;
    for (int group = word >>> 6; group < last; group++) {
      for (long both = used[group] & other.used[group] & mask; both != 0; both &= both - 1) {
        int candidate = (group << 6) + Long.numberOfTrailingZeros(both);
        long common = words[candidate] & other.words[candidate];
        if (common != 0) {
          return (candidate << 6) + Long.numberOfTrailingZeros(common);
        }
      }
      mask = -1L;
    }
    return -1;
  }
}
