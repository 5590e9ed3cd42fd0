package org.turno.acd.agent;

import java.util.List;
import org.turno.acd.plan.MediumId;

/**
 * Somebody with several seats: the work in hand is the work at all of them, and what is in hand at
 * one decides whether more comes at another. Changed only while an event is applied, by one thread.
 */
public final class Person {
  private final List<Agent> seats;

  /** Sits at these. */
  public Person(List<Agent> seats) {
    this.seats = List.copyOf(seats);
  }

  /** All seats, in the order of the configuration. */
  public List<Agent> seats() {
    return seats;
  }

  /** How many seats of a medium have work in hand. */
  public int inHand(MediumId medium) {
    int count = 0;
    for (Agent seat : seats) {
      count += seat.seat().isBusy() && seat.plan().seat().medium().equals(medium) ? 1 : 0;
    }
    return count;
  }

  /** Whether the work in hand of other media lets more be offered at a seat. */
  boolean admits(Agent seat) {
    MediumId own = seat.plan().seat().medium();
    for (Agent other : seats) {
      MediumId medium = other.plan().seat().medium();
      if (other.seat().isBusy()
          && !medium.equals(own)
          && inHand(medium) > seat.plan().seat().beside(medium)) {
        return false;
      }
    }
    return true;
  }
}
