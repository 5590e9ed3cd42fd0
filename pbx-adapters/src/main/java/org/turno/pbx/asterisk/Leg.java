package org.turno.pbx.asterisk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;

/** What the adapter remembers of one leg, to read later events by. Lost with the process. */
final class Leg {
  final LegId id;

  /** The line its caller dialled; null for a leg that Turno made. */
  final @Nullable LineId line;

  /** An agent's phone began to ring. */
  boolean rang;

  boolean answered;

  /** A hang-up was asked for, by whichever side: the leg will end, not go on in the dialplan. */
  boolean endAsked;

  /** Hold music of a parked leg; null while it is not parked. */
  @Nullable String music;

  /** The keys that mean something while it is parked. */
  List<Key> keys = List.of();

  /** The channel that speaks to it; null when none does. */
  @Nullable String voice;

  /** The channel through which it hears a conversation of others; null when it hears none. */
  @Nullable String ear;

  /** The call ends with what is being said. */
  boolean hangUpAfter;

  /** When the dead man's switch is to be armed next, by System.nanoTime. */
  long armNextNanos;

  Leg(LegId id, @Nullable LineId line) {
    this.id = id;
    this.line = line;
  }

  boolean isAgentLeg() {
    return line == null;
  }
}
