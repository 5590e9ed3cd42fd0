package org.turno.acd.plan;

import org.jspecify.annotations.Nullable;

/**
 * Whom a queue takes in and for how long it keeps them. All times in milliseconds.
 *
 * @param maxWaitMs after which a contact overflows; 0 for never
 * @param maxLength contacts that may wait; one more overflows at once; 0 for no limit
 * @param overflow where an overflowing contact goes; required with maxWaitMs or maxLength
 */
public record AdmissionPolicy(long maxWaitMs, int maxLength, @Nullable Destination overflow) {
  /** Everybody, for as long as it takes. */
  public static final AdmissionPolicy NO_LIMITS = new AdmissionPolicy(0, 0, null);

  /** Rejects limits without a destination and limits that make no sense. */
  public AdmissionPolicy {
    if (maxWaitMs < 0 || maxLength < 0) {
      throw new IllegalArgumentException(
          "a wait of " + maxWaitMs + " ms, a length of " + maxLength + ": use 0 or more");
    }
    if (overflow == null && (maxWaitMs > 0 || maxLength > 0)) {
      throw new IllegalArgumentException("a limit but no overflow: say where its contacts go");
    }
  }
}
