package org.turno.acd.plan;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One of the places at which a person works: it holds one piece of work of one medium. Who can have
 * three chats at once has three seats for chats, and one for calls.
 *
 * @param person whose seat; the seat that has this id itself is the person's first
 * @param medium whose contacts are served there
 * @param beside how many pieces of work of each other medium the person may have in hand when work
 *     is offered at this seat; none of a medium that is not named
 */
public record SeatPlan(AgentId person, MediumId medium, SortedMap<MediumId, Integer> beside) {
  /** Copies the map and rejects numbers that make no sense. */
  public SeatPlan {
    beside = Collections.unmodifiableSortedMap(new TreeMap<>(beside));
    for (Map.Entry<MediumId, Integer> most : beside.entrySet()) {
      if (most.getValue() < 0 || most.getKey().equals(medium)) {
        throw new IllegalArgumentException(
            "a seat of "
                + person
                + " for "
                + medium
                + " beside "
                + most.getValue()
                + " of "
                + most.getKey()
                + ": name other media, with 0 or more");
      }
    }
  }

  /** The seat of a person who has no other. */
  public static SeatPlan only(AgentId person) {
    return new SeatPlan(person, MediumId.VOICE, Collections.emptySortedMap());
  }

  /** How much work of another medium may be in hand. */
  public int beside(MediumId other) {
    return beside.getOrDefault(other, 0);
  }
}
