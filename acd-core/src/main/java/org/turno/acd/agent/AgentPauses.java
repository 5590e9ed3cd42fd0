package org.turno.acd.agent;

import org.jspecify.annotations.Nullable;

/** An agent's pauses: the one that holds, or will when the work in hand ends, and a later one. */
public final class AgentPauses {
  private @Nullable String reason;
  private long sinceMs;
  private @Nullable String planned;

  void none() {
    over();
    planned = null;
  }

  void asked(String newReason, boolean now, long timeMs) {
    reason = newReason;
    sinceMs = now ? timeMs : 0;
  }

  void over() {
    reason = null;
    sinceMs = 0;
  }

  /** Wrap-up follows within the decision that ended the talk. */
  void workBegins() {
    sinceMs = 0;
  }

  /** The work in hand has ended: a pause asked for meanwhile begins. */
  void workDone(long timeMs) {
    if (reason != null && sinceMs == 0) {
      sinceMs = timeMs;
    }
  }

  /** The pause to begin later; null for none. Called while an event is applied. */
  public void planned(@Nullable String later) {
    planned = later;
  }

  /** Why paused, or to be paused when the work in hand ends; null for no pause. */
  public @Nullable String reason() {
    return reason;
  }

  /** Since when the pause holds, epoch milliseconds; 0 while there is none or work in hand. */
  public long sinceMs() {
    return sinceMs;
  }

  /** Why the agent will pause at a later time; null for no such plan. */
  public @Nullable String planned() {
    return planned;
  }

  @Override
  public String toString() {
    return reason + "/" + sinceMs + "/" + planned;
  }
}
