package org.turno.acd.estimate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.ReservePlan;
import org.turno.acd.routing.Crowd;
import org.turno.acd.routing.Party;

/** How many agents there are for whom, by profile, at one moment. */
final class Workforce {
  private final Crowd crowd;
  private final Seats seats;
  private final Map<ReservePlan, Integer> reserveSizes = new LinkedHashMap<>();

  Workforce(Crowd crowd, Seats seats) {
    this.crowd = crowd;
    this.seats = seats;
  }

  /** Who is busy, and how many are so. */
  Map<Seats.Seat, Integer> busy() {
    return seats.busy();
  }

  /** Whether an agent who may serve a party is free and kept back by no reserve. */
  boolean somebodyFree(Party party) {
    for (int p = party.servedBy(0); p >= 0; p = party.servedBy(p + 1)) {
      if (seats.free(p) > 0 && !keptBack(p, party.queue())) {
        return true;
      }
    }
    return false;
  }

  private boolean keptBack(int profile, QueueId queue) {
    for (ReservePlan reserve : crowd.reserves(profile)) {
      if (!reserve.queues().contains(queue) && sum(reserve, seats::free) <= reserve.keep()) {
        return true;
      }
    }
    return false;
  }

  /** How many agents of a profile a queue may count on. */
  double available(int profile, QueueId queue) {
    int present = seats.present(profile);
    return present == 0 ? 0 : present * share(profile, queue);
  }

  /** The part of a profile's agents that reserves leave to a queue while all are busy. */
  double share(int profile, QueueId queue) {
    double share = 1;
    for (ReservePlan reserve : crowd.reserves(profile)) {
      if (!reserve.queues().contains(queue)) {
        int size = reserveSizes.computeIfAbsent(reserve, r -> sum(r, seats::present));
        share = Math.min(share, size == 0 ? 0 : Math.max(0, size - reserve.keep()) / (double) size);
      }
    }
    return share;
  }

  private int sum(ReservePlan reserve, IntUnaryOperator ofProfile) {
    int sum = 0;
    for (int p = 0; p < crowd.profiles(); p++) {
      sum += crowd.reserves(p).contains(reserve) ? ofProfile.applyAsInt(p) : 0;
    }
    return sum;
  }
}
