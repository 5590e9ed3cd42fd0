package org.turno.acd.plan;

/**
 * An agent's standing in one queue.
 *
 * @param level agents of a lower level are asked first; 1 unless configured
 * @param position within the level, for the choices that go by it; 1 unless configured
 */
public record Tier(int level, int position) {
  /** The standing of an agent for whom nothing else is said. */
  public static final Tier FIRST = new Tier(1, 1);

  /** Rejects numbers below 1. */
  public Tier {
    if (level < 1 || position < 1) {
      throw new IllegalArgumentException(
          "tier " + level + "/" + position + ": levels and positions count from 1");
    }
  }
}
