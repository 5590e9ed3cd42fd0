package org.turno.stats;

/**
 * Figures of one queue, or of the whole floor.
 *
 * @param waiting contacts that wait and are offered to nobody
 * @param ringing contacts that are being offered, or connected to the agent who answered
 * @param talking contacts in conversation
 * @param oldestArrivedMs arrival of the contact that has waited longest without an answer, epoch
 *     milliseconds; 0 where nobody waits
 * @param tally what was counted since the day began
 * @param overflows why contacts went elsewhere since then
 * @param staffing who may serve them
 */
public record GroupFigures(
    int waiting,
    int ringing,
    int talking,
    long oldestArrivedMs,
    Tally tally,
    Overflows overflows,
    Staffing staffing) {

  /** The longest wait that is going on, in milliseconds; 0 where nobody waits. */
  public long longestWaitMs(long nowMs) {
    return oldestArrivedMs == 0 ? 0 : Math.max(0, nowMs - oldestArrivedMs);
  }
}
