package org.turno.acd.agent;

/** Offers that an agent did not take, in a row: an answer, a pause's end or a new day ends it. */
public final class Refusals {
  private int misses;
  private int rejections;

  void none() {
    misses = 0;
    rejections = 0;
  }

  /** Another offer was not taken. */
  void another(boolean missed, boolean rejected) {
    misses += missed ? 1 : 0;
    rejections += rejected ? 1 : 0;
  }

  /** Left unanswered, and declined where that counts as the same. */
  public int misses() {
    return misses;
  }

  /** Declined. */
  public int rejections() {
    return rejections;
  }

  @Override
  public String toString() {
    return misses + "/" + rejections;
  }
}
