package org.turno.acd.contact;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.SealedNumber;

/**
 * A contact keeps its place while its caller is not on the phone.
 *
 * @param number whom to call, sealed
 * @param sinceMs when the caller asked for it, epoch milliseconds
 * @param attempts how often the caller was called
 * @param notBeforeMs when the caller may be called again, epoch milliseconds; 0 for at any time
 * @param held whether its turn cannot come now
 * @param dialled the leg that calls the caller; null while there is none
 */
public record Callback(
    SealedNumber number,
    long sinceMs,
    int attempts,
    long notBeforeMs,
    boolean held,
    @Nullable LegId dialled) {
  /** A wish just granted. */
  Callback(SealedNumber number, long sinceMs) {
    this(number, sinceMs, 0, 0, false, null);
  }

  Callback calling(LegId leg) {
    return new Callback(number, sinceMs, attempts + 1, notBeforeMs, held, leg);
  }

  Callback resting(long untilMs) {
    return new Callback(number, sinceMs, attempts, untilMs, held, null);
  }

  Callback held(boolean now) {
    return new Callback(number, sinceMs, attempts, notBeforeMs, now, dialled);
  }
}
