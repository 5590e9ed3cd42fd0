package org.turno.acd.agent;

import org.jspecify.annotations.Nullable;

/** Where an agent sits: alone, or as one of a person's several seats. */
public final class Seat {
  private final Agent agent;
  private @Nullable Person person;
  private boolean toldBusy;

  Seat(Agent agent) {
    this.agent = agent;
  }

  /** Whose seat it is, where that person has others; null where it is the only one. */
  public void of(@Nullable Person who) {
    person = who;
    toldBusy = isBusy();
  }

  /** Whether it is news to the person's other seats that work begins or ends at this one. */
  public boolean newsForOthers() {
    boolean news = isBusy() != toldBusy;
    toldBusy = isBusy();
    return news;
  }

  /** The person took or ended work at another seat: who works is not idle. */
  public void workedElsewhere(long timeMs, long seq) {
    if (!isBusy()) {
      agent.idleFrom(timeMs, seq);
    }
  }

  /** Whether there is work in hand. */
  boolean isBusy() {
    return agent.activity() != Agent.Activity.IDLE;
  }

  /** Whether the person's work at other seats lets more be offered here. */
  boolean admits() {
    return person == null || person.admits(agent);
  }

  /** Who sits here and at other seats; null for somebody with this one alone. */
  public @Nullable Person person() {
    return person;
  }
}
