package org.turno.acd.input;

import java.util.List;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.SealedNumber;

/** What a PBX reports. Late, repeated and missing reports are normal; none may do harm. */
public sealed interface PbxInput extends Input {
  /** Which PBX. */
  PbxId pbx();

  /**
   * The link is up and this is what the PBX holds at this moment. An adapter submits it on every
   * connect and reconnect before any other fact, and again whenever it may have missed something.
   *
   * @param version what the PBX calls itself
   * @param legs every leg that is or was Turno's concern
   * @param bridges every conversation that Turno made
   * @param phones every phone whose state is known
   */
  record Inventory(
      PbxId pbx,
      String version,
      List<LegSnapshot> legs,
      List<BridgeSnapshot> bridges,
      List<PhoneSnapshot> phones)
      implements PbxInput {
    /** Copies the lists. */
    public Inventory {
      legs = List.copyOf(legs);
      bridges = List.copyOf(bridges);
      phones = List.copyOf(phones);
    }
  }

  /** The link is lost; nothing is known of the PBX until the next inventory. */
  record LinkDown(PbxId pbx, String reason) implements PbxInput {}

  /**
   * A caller dialled a line and the PBX handed the leg to Turno.
   *
   * @param wishes what the dialplan says of the call beyond its line
   */
  record CallArrived(PbxId pbx, LegId leg, LineId line, CallWishes wishes) implements PbxInput {
    /** Nothing said beyond the line. */
    public CallArrived(PbxId pbx, LegId leg, LineId line) {
      this(pbx, leg, line, CallWishes.NONE);
    }
  }

  /** A leg that Turno made is ringing. */
  record LegRinging(PbxId pbx, LegId leg) implements PbxInput {}

  /** A leg that Turno made was answered. */
  record LegAnswered(PbxId pbx, LegId leg) implements PbxInput {}

  /** A leg no longer exists. */
  record LegEnded(PbxId pbx, LegId leg, HangupReason reason) implements PbxInput {}

  /**
   * A leg goes on in the PBX's dialplan, out of Turno's control: the dead man's switch fired, or
   * Turno sent it there.
   */
  record LegLeft(PbxId pbx, LegId leg) implements PbxInput {}

  /**
   * A caller who waits pressed one of the keys that the leg was parked with. Nothing that a caller
   * types at any other time is ever told.
   */
  record KeyPressed(PbxId pbx, LegId leg, Key key) implements PbxInput {}

  /**
   * The number that the PBX presents of a caller, as asked for. Never of a line whose callers are
   * not called back.
   */
  record NumberTold(PbxId pbx, LegId leg, SealedNumber number) implements PbxInput {}

  /** A phone's state changed. */
  record PhoneChanged(PbxId pbx, PhoneId phone, PhoneState state) implements PbxInput {}
}
