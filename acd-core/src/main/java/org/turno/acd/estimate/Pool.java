package org.turno.acd.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.QueueId;
import org.turno.acd.routing.Party;

/** The agents who may serve a party, and what they are expected to do. */
final class Pool {
  private final Party party;
  private final Workforce workforce;
  private final Known known;
  private final double agents;
  private final Map<Party, Double> overlaps = new LinkedHashMap<>();
  private @Nullable Releases releases;
  private @Nullable Passage passage;
  private double givingUp;
  private double overtaking;
  private int upTo;

  Pool(Party party, Workforce workforce, Known known) {
    this.party = party;
    this.workforce = workforce;
    this.known = known;
    Sum sum = new Sum();
    for (int p = party.servedBy(0); p >= 0; p = party.servedBy(p + 1)) {
      sum.add(workforce.available(p, party.queue()));
    }
    agents = sum.total();
  }

  /** How many they are; of a reserve those whom it lets go. */
  double agents() {
    return agents;
  }

  /** The part of another party's agents that could serve this one too. */
  double overlap(Pool other) {
    Double worked = overlaps.get(other.party);
    if (worked != null) {
      return worked;
    }
    Sum both = new Sum();
    for (int p = party.servedByBoth(other.party, 0);
        p >= 0;
        p = party.servedByBoth(other.party, p + 1)) {
      both.add(
          Math.min(
              workforce.available(p, party.queue()), workforce.available(p, other.party.queue())));
    }
    double overlap = other.agents <= 0 ? 0 : Math.min(1, both.total() / other.agents);
    overlaps.put(other.party, overlap);
    return overlap;
  }

  /** When they become free. */
  Releases releases() {
    Releases made = releases;
    if (made != null) {
      return made;
    }
    List<Releases.Slot> slots = new ArrayList<>();
    for (Map.Entry<Seats.Seat, Integer> busy : workforce.busy().entrySet()) {
      int profile = busy.getKey().profile();
      double share = party.mayBeServedBy(profile) ? workforce.share(profile, party.queue()) : 0;
      if (share > 0) {
        slots.add(slot(busy.getKey(), busy.getValue() * share));
      }
    }
    LengthCurve talk = known.talk(party.queue());
    double cycleMs = known.ringMs(party.queue()) + talk.meanMs() + known.afterTalkMs(party.queue());
    double part = talk.meanMs() / cycleMs;
    made = new Releases(slots, cycleMs, talk.variation() * part * part);
    releases = made;
    return made;
  }

  private Releases.Slot slot(Seats.Seat seat, double count) {
    QueueId queue = seat.queue();
    LengthCurve talk = known.talk(queue);
    double afterMs = known.afterTalkMs(queue);
    return switch (seat.work()) {
      case TALK -> new Releases.Slot(talk, afterMs, seat.lengthMs(), count);
      case OFFER, OTHER -> new Releases.Slot(talk, afterMs, 0, count);
      case WRAP_UP ->
          queue == null
              ? new Releases.Slot(null, Known.USUAL_WRAP_UP_MS, 0, count)
              : new Releases.Slot(known.wrapUp(queue), 0, seat.lengthMs(), count);
      case REST -> new Releases.Slot(null, seat.lengthMs(), 0, count);
    };
  }

  /** The last one again where nothing changed: for one caller after the other. */
  Passage passage(double before, double newGivingUp, double newOvertaking) {
    int whole = (int) before + 1;
    Passage made = passage;
    if (made == null || whole > upTo || newGivingUp != givingUp || newOvertaking != overtaking) {
      givingUp = newGivingUp;
      overtaking = newOvertaking;
      upTo = whole + whole / 2 + 16;
      made = new Passage(upTo, givingUp, overtaking);
      passage = made;
    }
    return made;
  }
}
