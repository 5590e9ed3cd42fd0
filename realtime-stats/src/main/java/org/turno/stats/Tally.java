package org.turno.stats;

import java.util.OptionalDouble;

/**
 * What has been counted since the day began. At every instant {@code offered = answered + abandoned
 * + overflowed + takenByPbx + lost + unservable + callbacksOver + waiting + ringing}.
 *
 * @param offered contacts that came
 * @param answered contacts whose offer an agent answered
 * @param answeredInTime those of them answered within the queue's target T
 * @param abandoned callers who hung up before an answer, the short ones included
 * @param shortAbandoned those of them who hung up before the queue's threshold
 * @param overflowed contacts that a queue's limit or a supervisor sent elsewhere
 * @param takenByPbx contacts that the PBX's own dialplan took on
 * @param lost contacts that ended unseen, while Turno or the link was away
 * @param unservable contacts that nothing configured could take
 * @param callbacksOver callbacks in vain, given up, or merged with another contact
 * @param handled answered contacts whose conversation is over
 * @param answeredWaitMs waits of the answered contacts, added up
 * @param talkMs conversations of the handled contacts, hold included, added up
 * @param wrapUpMs wrap-ups that are over, added up
 */
public record Tally(
    long offered,
    long answered,
    long answeredInTime,
    long abandoned,
    long shortAbandoned,
    long overflowed,
    long takenByPbx,
    long lost,
    long unservable,
    long callbacksOver,
    long handled,
    long answeredWaitMs,
    long talkMs,
    long wrapUpMs) {

  /** Contacts that ended without an answer, by whatever way. */
  public long endedUnanswered() {
    return abandoned + overflowed + takenByPbx + lost + unservable + callbacksOver;
  }

  /** Service level (offered): answered within T / (offered - short abandons). */
  public OptionalDouble serviceLevelOffered() {
    return ratio(answeredInTime, offered - shortAbandoned);
  }

  /** Service level (received): answered within T / offered. */
  public OptionalDouble serviceLevelReceived() {
    return ratio(answeredInTime, offered);
  }

  /** Service level (answered): answered within T / answered. */
  public OptionalDouble serviceLevelAnswered() {
    return ratio(answeredInTime, answered);
  }

  /** Abandon rate: abandoned after the threshold / (offered - short abandons). */
  public OptionalDouble abandonRate() {
    return ratio(abandoned - shortAbandoned, offered - shortAbandoned);
  }

  /** ASA: sum of the waits of answered contacts / answered, in milliseconds. */
  public OptionalDouble asaMs() {
    return ratio(answeredWaitMs, answered);
  }

  /** AHT: (talk + hold + wrap-up) / handled, in milliseconds. */
  public OptionalDouble ahtMs() {
    return ratio(talkMs + wrapUpMs, handled);
  }

  private static OptionalDouble ratio(long part, long whole) {
    return whole <= 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
