package org.turno.acd.plan;

/**
 * What follows a conversation.
 *
 * @param limitMs how long wrap-up may last, milliseconds; 0 for no wrap-up, {@link #BY_AGENT} for
 *     one that only the agent ends
 */
public record WrapUpPolicy(long limitMs) {
  /** Wrap-up that no limit ends. */
  public static final long BY_AGENT = -1;

  /** No wrap-up. */
  public static final WrapUpPolicy NONE = new WrapUpPolicy(0);

  /** Rejects a limit that makes no sense. */
  public WrapUpPolicy {
    if (limitMs < BY_AGENT) {
      throw new IllegalArgumentException("wrap-up of " + limitMs + " ms: use 0 or more");
    }
  }
}
