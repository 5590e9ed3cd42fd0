package org.turno.acd.routing;

import java.util.Arrays;
import org.turno.acd.plan.Ageing;

/**
 * What the order of service needs to know of each demand's oldest contact, by the demands' numbers
 * and side by side: comparing the heads of many demands reads little memory, and none of the
 * contacts. Those of demands without a contact are left over from before.
 */
final class Heads {
  private long[] rank = new long[16];
  private long[] ageingStepMs = new long[16];
  private int[] ageingCap = new int[16];
  private long[] placeMs = new long[16];
  private long[] placeTie = new long[16];
  private long[] ordinal = new long[16];

  /** A demand gets its number. */
  void add(Demand demand) {
    int index = demand.index;
    if (index >= rank.length) {
      int length = Math.max(index + 1, 2 * rank.length);
      rank = Arrays.copyOf(rank, length);
      ageingStepMs = Arrays.copyOf(ageingStepMs, length);
      ageingCap = Arrays.copyOf(ageingCap, length);
      placeMs = Arrays.copyOf(placeMs, length);
      placeTie = Arrays.copyOf(placeTie, length);
      ordinal = Arrays.copyOf(ordinal, length);
    }
    Ageing ageing = demand.policy.ageing();
    rank[index] = demand.rank;
    ageingStepMs[index] = ageing.stepMs();
    ageingCap[index] = ageing.cap();
  }

  /** A demand has another oldest contact. */
  void set(int index, Waiting head) {
    placeMs[index] = head.placeMs();
    placeTie[index] = head.placeTie();
    ordinal[index] = head.ordinal();
  }

  /** Whether the head of one demand is served before that of another, at a time. */
  boolean isBefore(int one, int other, long nowMs) {
    long rankOfOne = rankOf(one, nowMs);
    long rankOfOther = rankOf(other, nowMs);
    if (rankOfOne != rankOfOther) {
      return rankOfOne > rankOfOther;
    }
    if (placeMs[one] != placeMs[other]) {
      return placeMs[one] < placeMs[other];
    }
    return placeTie[one] != placeTie[other]
        ? placeTie[one] < placeTie[other]
        : ordinal[one] < ordinal[other];
  }

  private long rankOf(int index, long nowMs) {
    return ageingStepMs[index] == 0
        ? rank[index]
        : rank[index]
            + Math.min(ageingCap[index], Math.max(0, nowMs - placeMs[index]) / ageingStepMs[index]);
  }
}
