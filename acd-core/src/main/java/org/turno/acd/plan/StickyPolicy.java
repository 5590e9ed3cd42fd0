package org.turno.acd.plan;

/**
 * Whether a returning customer gets the agent who served them last. Milliseconds.
 *
 * @param waitMs how long such a contact waits for that agent alone; 0 to only prefer that agent
 * @param expiresMs how long it is remembered who served a customer of the queue; 0 for not at all
 */
public record StickyPolicy(long waitMs, long expiresMs) {
  /** Nobody is remembered. */
  public static final StickyPolicy NONE = new StickyPolicy(0, 0);

  /** Rejects times that make no sense. */
  public StickyPolicy {
    if (waitMs < 0 || expiresMs < 0) {
      throw new IllegalArgumentException(
          "sticky waits " + waitMs + " ms and expires after " + expiresMs + " ms: use 0 or more");
    }
  }

  /** Whether customers are remembered at all. */
  public boolean remembers() {
    return expiresMs > 0;
  }
}
