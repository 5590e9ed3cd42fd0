package org.turno.acd.plan;

import org.jspecify.annotations.Nullable;

/**
 * What a line or a queue does when it is closed.
 *
 * @param hours whether it has opening hours, which a clock tells
 * @param to where those go who come; null where it cannot be closed
 * @param sendsWaiting whether those who wait at that moment go there too; otherwise they are served
 */
public record ClosedPolicy(boolean hours, @Nullable Destination to, boolean sendsWaiting) {
  /** Never closed. */
  public static final ClosedPolicy NEVER = new ClosedPolicy(false, null, false);

  /** Rejects hours without a destination. */
  public ClosedPolicy {
    if (hours && to == null) {
      throw new IllegalArgumentException("opening hours but no way on: say where its callers go");
    }
  }
}
