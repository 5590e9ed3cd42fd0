package org.turno.acd.engine;

import org.turno.acd.plan.ContactId;

/**
 * Makes contact ids: deterministic, unique within a journal, and without any visible trace of order
 * or time. A four-round Feistel network over 40 bits is a bijection, so no two ordinals collide; it
 * hides, it does not encrypt.
 */
final class ContactIds {
  private static final String DIGITS = "abcdefghjkmnpqrstuvwxyz234567890";
  private static final int HALF_BITS = 20;
  private static final int MASK = (1 << HALF_BITS) - 1;

  private ContactIds() {}

  static ContactId of(String journalId, long ordinal) {
    int key = journalId.hashCode();
    int left = (int) (ordinal >>> HALF_BITS) & MASK;
    int right = (int) ordinal & MASK;
    for (int round = 1; round <= 4; round++) {
      int next = left ^ (mix(right + round * 0x9E3779B9 ^ key) & MASK);
      left = right;
      right = next;
    }
    long bits = (long) left << HALF_BITS | right;
    StringBuilder text = new StringBuilder("c-");
    for (int digit = 0; digit < 8; digit++) {
      text.append(DIGITS.charAt((int) (bits >>> (5 * digit)) & 31));
    }
    return new ContactId(text.toString());
  }

  /** The finalizer of MurmurHash3: every bit of the input changes half the bits of the result. */
  private static int mix(int value) {
    int h = value;
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    return h ^ h >>> 16;
  }
}
