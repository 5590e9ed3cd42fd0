package org.turno.acd.input;

import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.PbxId;

/** What became of an effect. An adapter reports each effect once. */
public sealed interface EffectReport extends Input {
  /** Who reports. */
  PbxId pbx();

  /** Which effect. */
  EffectId effect();

  /**
   * The PBX has done it. For a ring: the call attempt exists. For a bridge: both legs are in it.
   */
  record Done(PbxId pbx, EffectId effect) implements EffectReport {}

  /**
   * The PBX has not done it, or nobody knows.
   *
   * @param failure what kind
   * @param detail for the log and the journal: one line, never a caller's number
   */
  record Failed(PbxId pbx, EffectId effect, Failure failure, String detail)
      implements EffectReport {}

  /** Kinds of failure that routing tells apart. */
  enum Failure {
    /** The leg it was about no longer exists. */
    LEG_GONE,
    /** The agent's phone is not registered or cannot be reached. */
    PHONE_UNREACHABLE,
    /** The PBX has an object of that id already: the effect was done before. */
    ALREADY_DONE,
    /** The link to the PBX is down; the next inventory tells what happened. */
    LINK_DOWN,
    /** Anything else that the PBX answered. */
    REFUSED
  }
}
