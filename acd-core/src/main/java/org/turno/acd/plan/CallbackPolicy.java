package org.turno.acd.plan;

import java.util.List;

/**
 * How a queue calls back those who asked for it. The agent is called first, so that no caller is
 * ever called with nobody there to talk to.
 *
 * @param attempts how often a caller is called at most
 * @param gapMs from one attempt that came to nothing to the next, milliseconds
 * @param ringMs how long the caller's phone rings, milliseconds
 * @param expiresMs how long after the wish a caller may still be called, milliseconds; 0 for ever
 * @param hours whether callers are called only at certain hours, which a clock tells
 * @param confirmation what callers hear before the call ends
 * @param impossible what callers hear whose number the PBX may not tell; they go on waiting
 */
public record CallbackPolicy(
    int attempts,
    long gapMs,
    long ringMs,
    long expiresMs,
    boolean hours,
    List<Prompt> confirmation,
    List<Prompt> impossible) {
  /** Copies the lists and rejects what makes no sense. */
  public CallbackPolicy {
    confirmation = List.copyOf(confirmation);
    impossible = List.copyOf(impossible);
    if (attempts < 1 || gapMs < 1 || ringMs < 1 || expiresMs < 0) {
      throw new IllegalArgumentException(
          attempts
              + " attempts, "
              + gapMs
              + " ms apart, "
              + ringMs
              + " ms long, within "
              + expiresMs
              + " ms: use 1 or more");
    }
  }

  /** Without an end. */
  public CallbackPolicy(
      int attempts,
      long gapMs,
      long ringMs,
      boolean hours,
      List<Prompt> confirmation,
      List<Prompt> impossible) {
    this(attempts, gapMs, ringMs, 0, hours, confirmation, impossible);
  }

  /** The same with an end; 0 for none. */
  public CallbackPolicy expiring(long afterMs) {
    return new CallbackPolicy(attempts, gapMs, ringMs, afterMs, hours, confirmation, impossible);
  }
}
