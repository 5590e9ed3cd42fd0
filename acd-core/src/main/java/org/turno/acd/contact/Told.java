package org.turno.acd.contact;

import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent.Announced;
import org.turno.acd.plan.QueueId;

/**
 * What a caller has been told while waiting. Times in epoch milliseconds, 0 for never.
 *
 * @param lastMs when anything was told last
 * @param queue of which queue place and time were told last; null for none
 * @param placeMs when
 * @param position the place at that moment
 * @param estimate the wait that was told last, of whichever queue; null for none
 * @param messageMs when a message was played last
 * @param messages how many were played
 */
public record Told(
    long lastMs,
    @Nullable QueueId queue,
    long placeMs,
    int position,
    @Nullable Estimate estimate,
    long messageMs,
    int messages) {
  /** Nothing yet. */
  public static final Told NOTHING = new Told(0, null, 0, 0, null, 0, 0);

  /**
   * A wait that was told, and what it followed from.
   *
   * @param ms how long
   * @param queue of which queue
   * @param ahead how many contacts went before it, of whichever queue
   * @param agents so many agents were counted on
   */
  public record Estimate(long ms, QueueId queue, int ahead, int agents) {}

  Told and(Announced event, long timeMs) {
    return switch (event.what()) {
      case GREETING -> new Told(timeMs, queue, placeMs, position, estimate, messageMs, messages);
      case PLACE ->
          new Told(
              timeMs, event.queue(), timeMs, event.position(), next(event), messageMs, messages);
      case MESSAGE -> new Told(timeMs, queue, placeMs, position, estimate, timeMs, messages + 1);
    };
  }

  /** One that is only told again keeps what it followed from: what changed since may raise it. */
  private @Nullable Estimate next(Announced event) {
    if (event.estimateMs() == 0 || (estimate != null && estimate.ms() == event.estimateMs())) {
      return estimate;
    }
    return new Estimate(event.estimateMs(), event.queue(), event.ahead(), event.agents());
  }
}
