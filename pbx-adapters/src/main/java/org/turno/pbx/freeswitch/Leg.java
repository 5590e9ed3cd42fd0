package org.turno.pbx.freeswitch;

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

  /** Answered and in FreeSWITCH's park, where it can be put through from. */
  boolean ready;

  /** Hold music of a parked leg; null while it is not parked. */
  @Nullable String music;

  /** It may be hearing something, or be about to. */
  boolean sounds;

  /** The announcement that it is being told; null for none. */
  @Nullable Speech speech;

  /** The keys that mean something while it is parked. */
  List<Key> keys = List.of();

  /** Whether FreeSWITCH was asked for its keys. */
  boolean listening;

  /** The id of the conversation that it is in; null while it is in none. */
  @Nullable String conversation;

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
