package org.turno.acd.plan;

/**
 * What follows a conversation. All times in milliseconds.
 *
 * @param limitMs how long wrap-up may last; 0 for no wrap-up, {@link #BY_AGENT} for one that only
 *     the agent ends
 * @param minimumMs before which the agent cannot end it; as long as the limit: mandatory
 * @param extendByMs what each extension adds to the limit
 * @param extensions how often the agent may extend one wrap-up
 */
public record WrapUpPolicy(long limitMs, long minimumMs, long extendByMs, int extensions) {
  /** Wrap-up that no limit ends. */
  public static final long BY_AGENT = -1;

  /** No wrap-up. */
  public static final WrapUpPolicy NONE = new WrapUpPolicy(0);

  /** Rejects times that make no sense together. */
  public WrapUpPolicy {
    if (limitMs < BY_AGENT || minimumMs < 0 || extendByMs < 0 || extensions < 0) {
      throw new IllegalArgumentException(
          "wrap-up of " + limitMs + " ms, at least " + minimumMs + " ms: use 0 or more");
    }
    if (limitMs != BY_AGENT && minimumMs > limitMs) {
      throw new IllegalArgumentException(
          "wrap-up ends after " + limitMs + " ms and lasts at least " + minimumMs + " ms");
    }
    if (extensions > 0 && (limitMs <= 0 || extendByMs == 0)) {
      throw new IllegalArgumentException(
          "wrap-up is extended by " + extendByMs + " ms over a limit of " + limitMs + " ms");
    }
  }

  /** With a limit alone. */
  public WrapUpPolicy(long limitMs) {
    this(limitMs, 0, 0, 0);
  }
}
