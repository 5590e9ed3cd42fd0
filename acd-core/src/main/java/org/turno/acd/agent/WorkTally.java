package org.turno.acd.agent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.turno.acd.plan.QueueId;

/**
 * What an agent has done since signing in, as far as the choice between agents goes by it. Part of
 * the core's state, not of its statistics: resetting figures on a screen changes nothing here.
 */
public final class WorkTally {
  private long signedInMs;
  private long workSinceMs;
  private long workMs;
  private long talkSinceMs;
  private long talkMs;
  private int contacts;
  private final Map<QueueId, Long> lastContactMs = new LinkedHashMap<>();

  void begins(long timeMs) {
    signedInMs = timeMs;
    workMs = 0;
    talkMs = 0;
    contacts = 0;
    lastContactMs.clear();
  }

  void workBegins(long timeMs) {
    workSinceMs = timeMs;
  }

  void workEnds(long timeMs) {
    workMs += timeMs - workSinceMs;
  }

  void talkBegins(QueueId queue, long timeMs) {
    talkSinceMs = timeMs;
    contacts++;
    lastContactMs.put(queue, timeMs);
  }

  void talkEnds(long timeMs) {
    talkMs += timeMs - talkSinceMs;
  }

  /** When the work in hand began, or the last one: an offer or a wrap-up; epoch milliseconds. */
  public long workSinceMs() {
    return workSinceMs;
  }

  /** When the conversation in hand began, or the last one; epoch milliseconds. */
  public long talkSinceMs() {
    return talkSinceMs;
  }

  /** Contacts answered. */
  public int contacts() {
    return contacts;
  }

  /** Talk time, milliseconds, without a conversation that goes on. */
  public long talkMs() {
    return talkMs;
  }

  /** The share of the time since signing in, up to a moment, that went into work; thousandths. */
  public int occupancyPermille(long atMs) {
    long forMs = atMs - signedInMs;
    return forMs <= 0 ? 0 : (int) Math.min(1000, workMs * 1000 / forMs);
  }

  /** When the agent last answered a contact of a queue, epoch milliseconds; 0 for never. */
  public long lastContactMs(QueueId queue) {
    return lastContactMs.getOrDefault(queue, 0L);
  }

  @Override
  public String toString() {
    return "since "
        + signedInMs
        + " work "
        + workSinceMs
        + "/"
        + workMs
        + " talk "
        + talkSinceMs
        + "/"
        + talkMs
        + " contacts "
        + contacts
        + " last "
        + new TreeMap<>(lastContactMs);
  }
}
