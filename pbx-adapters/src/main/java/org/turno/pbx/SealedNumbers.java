package org.turno.pbx;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.SealedNumber;

/** Seals the numbers of those who are to be called back, and opens them to dial. Any thread. */
public interface SealedNumbers {
  /** Nobody is called back. */
  SealedNumbers NONE =
      new SealedNumbers() {
        @Override
        public @Nullable SealedNumber seal(String number) {
          return null;
        }

        @Override
        public @Nullable String open(SealedNumber sealed) {
          return null;
        }
      };

  /** The same number always gives the same value; null where it is none, or nobody has a key. */
  @Nullable SealedNumber seal(String number);

  /** The number: digits, perhaps after a plus; null where it was sealed with another key. */
  @Nullable String open(SealedNumber sealed);
}
