package org.turno.acd.routing;

import java.util.Arrays;
import org.turno.acd.plan.Ageing;

/**
 * What the order of service needs to know of each demand's oldest contact, by the demands' numbers:
 * one head's numbers lie beside one another, so that comparing the heads of many demands reads
 * little memory, and none of the contacts. Those of demands without a contact are left over from
 * before.
 */
final class Heads {
  private static final int RANK = 0;
  private static final int AGEING = 1;
  private static final int PLACE_MS = 2;
  private static final int PLACE_TIE = 3;
  private static final int WIDTH = 4;

  /** The lower half of what tells how waiting counts; the upper half is the step. */
  private static final long CAP = 0xFFFF_FFFFL;

  private long[] heads = new long[16 * WIDTH];
  private long[] ordinal = new long[16];

  /** A demand gets its number. */
  void add(Demand demand) {
    int index = demand.index;
    if (index >= ordinal.length) {
      int length = Math.max(index + 1, 2 * ordinal.length);
      heads = Arrays.copyOf(heads, length * WIDTH);
      ordinal = Arrays.copyOf(ordinal, length);
    }
    Ageing ageing = demand.policy.ageing();
    heads[index * WIDTH + RANK] = demand.rank;
    heads[index * WIDTH + AGEING] =
        ageing.stepMs() == 0 ? 0 : ageing.stepMs() << Integer.SIZE | ageing.cap();
  }

  /** A demand has another oldest contact. */
  void set(int index, Waiting head) {
    heads[index * WIDTH + PLACE_MS] = head.placeMs();
    heads[index * WIDTH + PLACE_TIE] = head.placeTie();
    ordinal[index] = head.ordinal();
  }

  /** Whether the head of one demand is served before that of another, at a time. */
  boolean isBefore(int one, int other, long nowMs) {
    long rankOfOne = rankOf(one, nowMs);
    long rankOfOther = rankOf(other, nowMs);
    if (rankOfOne != rankOfOther) {
      return rankOfOne > rankOfOther;
    }
    long placeMs = heads[one * WIDTH + PLACE_MS];
    long placeMsOfOther = heads[other * WIDTH + PLACE_MS];
    if (placeMs != placeMsOfOther) {
      return placeMs < placeMsOfOther;
    }
    long placeTie = heads[one * WIDTH + PLACE_TIE];
    long placeTieOfOther = heads[other * WIDTH + PLACE_TIE];
    return placeTie != placeTieOfOther ? placeTie < placeTieOfOther : ordinal[one] < ordinal[other];
  }

  private long rankOf(int index, long nowMs) {
    long rank = heads[index * WIDTH + RANK];
    long ageing = heads[index * WIDTH + AGEING];
    if (ageing == 0) {
      return rank;
    }
    long waitedMs = Math.max(0, nowMs - heads[index * WIDTH + PLACE_MS]);
    return rank + Math.min(ageing & CAP, waitedMs / (ageing >>> Integer.SIZE));
  }
}
