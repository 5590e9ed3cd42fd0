package org.turno.load.lab;

/**
 * What {@code turno lab torture} does.
 *
 * @param kills how often Turno is killed; once in between Asterisk is restarted, and once the link
 *     between the two is cut
 * @param perSecond calls a second
 * @param agents how many are at work
 * @param day how many contacts the journal has served before
 * @param seed of the moments at which things are broken
 */
record TorturePlan(int kills, double perSecond, int agents, int day, long seed) {
  private static final int LONGEST_ROUND_S = 9;

  /** What is broken in a round. */
  enum Blow {
    /** Turno dies as by {@code kill -9} and is started again. */
    KILL_TURNO,
    /** Asterisk dies and is started again. */
    RESTART_ASTERISK,
    /** Every connection between the two is reset. */
    CUT_LINK
  }

  /** How many rounds there are: each breaks one thing. */
  int rounds() {
    return kills + 2;
  }

  /** What is broken in a round, counted from 0: the link after a third, Asterisk after two. */
  Blow blow(int round) {
    if (round == rounds() / 3) {
      return Blow.CUT_LINK;
    }
    return round == 2 * rounds() / 3 + 1 ? Blow.RESTART_ASTERISK : Blow.KILL_TURNO;
  }

  /** Calls that are placed in a round. */
  int callsInARound() {
    return (int) Math.max(1, Math.round(perSecond * LONGEST_ROUND_S));
  }
}
