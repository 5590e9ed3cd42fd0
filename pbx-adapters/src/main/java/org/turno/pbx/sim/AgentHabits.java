package org.turno.pbx.sim;

import java.util.List;

/**
 * How simulated agents behave. Times in milliseconds; a mean time "every" is exponential, 0 for
 * never.
 *
 * @param signInWithinMs agents sign in one by one within this time
 * @param answerMeanMs mean time from ringing to the answer
 * @param missChance part of the offers at which nobody is at the desk
 * @param awayMaxMs longest absence from the desk that makes an agent miss offers
 * @param rejectChance part of the offers that the agent declines: on the phone, at the desk, or by
 *     picking up and putting down at once
 * @param letLimitRunChance part of the wrap-ups that the agent leaves to the limit
 * @param pauseEveryMs mean time from one pause to the next
 * @param pauseMeanMs mean length of a pause
 * @param pauseReasons what agents give as the reason
 * @param privateCallEveryMs mean time between calls that occupy the phone and are not Turno's
 * @param unregisteredEveryMs mean time between losses of the phone's registration
 * @param signOutEveryMs mean time from signing in to going away for a while
 */
public record AgentHabits(
    long signInWithinMs,
    long answerMeanMs,
    double missChance,
    long awayMaxMs,
    double rejectChance,
    double letLimitRunChance,
    long pauseEveryMs,
    long pauseMeanMs,
    List<String> pauseReasons,
    long privateCallEveryMs,
    long unregisteredEveryMs,
    long signOutEveryMs) {
  /** Copies the list. */
  public AgentHabits {
    pauseReasons = List.copyOf(pauseReasons);
  }

  /** A good day: few misses, a pause every hour or so. */
  public static AgentHabits everyday() {
    return new AgentHabits(
        60_000,
        3_500,
        0.03,
        90_000,
        0.01,
        0.25,
        75 * 60_000L,
        6 * 60_000L,
        List.of("Descanso", "Formación", "Consulta"),
        3 * 3_600_000L,
        12 * 3_600_000L,
        0);
  }

  /** A day on which everything that people do happens often. */
  public static AgentHabits restless() {
    return new AgentHabits(
        20_000,
        4_000,
        0.15,
        60_000,
        0.08,
        0.4,
        8 * 60_000L,
        60_000,
        List.of("Descanso", "Consulta"),
        10 * 60_000L,
        20 * 60_000L,
        30 * 60_000L);
  }
}
