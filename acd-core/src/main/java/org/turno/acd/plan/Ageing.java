package org.turno.acd.plan;

/**
 * How waiting raises a contact's priority: by one for every full step waited, up to a cap.
 *
 * @param stepMs a step's length; 0 for no ageing
 * @param cap the most it may gain
 */
public record Ageing(long stepMs, int cap) {
  /** Waiting raises nothing. */
  public static final Ageing NONE = new Ageing(0, 0);

  /** Rejects what makes no sense. */
  public Ageing {
    if (stepMs < 0 || cap < 0) {
      throw new IllegalArgumentException(
          "ageing by " + cap + " every " + stepMs + " ms: use 0 or more");
    }
  }

  /** What a wait has gained. */
  public int gain(long waitedMs) {
    return stepMs == 0 ? 0 : (int) Math.min(cap, Math.max(0, waitedMs) / stepMs);
  }
}
