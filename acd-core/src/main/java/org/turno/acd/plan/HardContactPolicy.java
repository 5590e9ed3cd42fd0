package org.turno.acd.plan;

/**
 * What a queue does for agents whose contacts were hard. All times in milliseconds.
 *
 * @param limit so many hard contacts in a row and the agent needs a rest; 0 for no limit
 * @param breakMs how long the break is that then follows, whoever waits; 0 for none
 * @param reason as what kind of pause it is shown and counted
 * @param keepsAway whether an agent with so many in a row is not asked for contacts of this queue
 *     until an ordinary contact or a break is over
 */
public record HardContactPolicy(int limit, long breakMs, String reason, boolean keepsAway) {
  /** Nothing follows. */
  public static final HardContactPolicy NONE =
      new HardContactPolicy(0, 0, PauseReason.HARD_CONTACTS, false);

  /** Rejects a consequence without a limit. */
  public HardContactPolicy {
    Ids.requireText(reason, "reason of a break");
    if (limit < 0 || breakMs < 0 || (limit == 0 && (breakMs > 0 || keepsAway))) {
      throw new IllegalArgumentException(
          "a break of " + breakMs + " ms after " + limit + " hard contacts: use a limit from 1");
    }
  }

  /** Whether so many in a row are enough. */
  public boolean reached(int inRow) {
    return limit > 0 && inRow >= limit;
  }
}
