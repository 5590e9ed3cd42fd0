package org.turno.pbx.freeswitch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.turno.acd.effect.Effect;
import org.turno.acd.plan.Prompt;

/** An announcement under way. FreeSWITCH is given one piece at a time. */
final class Speech {
  private final String id;
  private final Deque<Prompt> left;
  private int piece;

  /** Of the recordings and numbers. */
  final String language;

  /** The call ends with it. */
  final boolean hangUpAfter;

  Speech(Effect.Announce announce) {
    id = announce.id().value();
    left = new ArrayDeque<>(List.copyOf(announce.prompts()));
    language = announce.language();
    hangUpAfter = announce.after() == Effect.Announce.After.HANG_UP;
  }

  boolean over() {
    return left.isEmpty();
  }

  Prompt next() {
    piece++;
    return left.removeFirst();
  }

  /** What FreeSWITCH calls the piece that is being said. */
  String run() {
    return id + "-" + piece;
  }
}
