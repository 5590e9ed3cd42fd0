package org.turno.acd.event;

import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.PbxId;

/** What concerns a PBX as a whole, and the effects sent to it. */
public sealed interface PbxEvent extends Event {
  /** Which. */
  PbxId pbx();

  /** The link is up and the inventory has been worked through. */
  record Connected(PbxId pbx, String version) implements PbxEvent {}

  /** The link is lost. */
  record Disconnected(PbxId pbx, String reason) implements PbxEvent {}

  /** A leg that Turno took down or sent on is out of its hands, as expected. */
  record LegClosed(PbxId pbx, LegId leg) implements PbxEvent {}

  /** An effect's fate is known, or no longer matters. */
  record EffectSettled(PbxId pbx, EffectId effect, Settlement how) implements PbxEvent {}

  /** The inventory differed from what Turno believed, and Turno gave way. */
  record Reconciled(PbxId pbx, Divergence kind, String subject) implements PbxEvent {}

  /** Fates of an effect. */
  enum Settlement {
    /** Done. */
    DONE,
    /** Not done; what follows is in the events beside. */
    FAILED,
    /** Given up: what it was about is gone. */
    GIVEN_UP
  }

  /** Ways in which Turno's belief and a PBX's inventory can differ. */
  enum Divergence {
    /** A contact whose caller is gone. */
    CALLER_GONE,
    /** A caller whom Turno did not know. */
    CALLER_FOUND,
    /** A caller whom the PBX's dialplan took on. */
    CALLER_TAKEN,
    /** An agent's leg that is gone. */
    AGENT_LEG_GONE,
    /** An agent answered while Turno was away. */
    ANSWERED_AWAY,
    /** A leg of Turno's making that belongs to nothing. */
    STRAY_LEG,
    /** A conversation of Turno's making that belongs to nothing. */
    STRAY_BRIDGE,
    /** Caller and agent are up but not bridged. */
    UNBRIDGED,
    /** The PBX bridged them though its report was lost. */
    BRIDGED_AWAY,
    /** An agent's phone is in another state. */
    PHONE_STATE
  }
}
