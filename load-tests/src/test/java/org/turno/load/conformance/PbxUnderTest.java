package org.turno.load.conformance;

import org.turno.acd.plan.Key;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.SealedNumber;
import org.turno.pbx.PbxAdapter;

/** A PBX with people at its phones and callers outside, as the kit drives it. One thread. */
interface PbxUnderTest extends AutoCloseable {
  /** How a phone treats its calls. */
  enum Manner {
    /** Rings until somebody does something about it. */
    RINGS,
    /** Says that it is engaged. */
    ENGAGED,
    /** Its user declines. */
    DECLINES
  }

  /** Somebody who dialled a line. */
  interface Caller {
    /** Hangs up. */
    void hangUp();

    /** Presses a key. */
    void press(Key key);

    /** Whether the call is over for the caller. */
    boolean ended();
  }

  /** An agent's phone. */
  interface Phone {
    /** What the PBX dials. */
    PhoneId id();

    /** How often it was rung so far. */
    long timesRung();

    /** What it showed when it last rang. */
    String display();

    /** How many rings ended without an answer. */
    long timesSilenced();

    /** Picks up; it must ring. */
    void answer();

    /** Hangs up; it must have been answered. */
    void hangUp();

    /** Is switched off properly. */
    void unregister();

    /** Is switched on again. */
    void register();

    /** Makes a call of its own. */
    void callSomebodyElse();
  }

  /** Its name. */
  PbxId id();

  /** A line that callers can dial. */
  LineId line();

  /** A recording that it has, of more than a second. */
  String recording();

  /** An extension for callers whom Turno sends on. */
  String overflowExtension();

  /** A number by which the PBX calls a phone as one outside. */
  SealedNumber numberOf(Phone phone);

  /** An adapter to it that has not been started. */
  PbxAdapter newAdapter();

  /** Somebody dials the line. */
  Caller call();

  /** A phone of its own for the test, registered. */
  Phone phone(Manner manner);

  /** How many callers the PBX's own dialplan has taken on. */
  long callersInDialplan();

  /** Whether the two hear one another. */
  boolean talking(LegId one, LegId other);

  /** How many legs there are. */
  long legCount();

  /** Cuts the link between adapter and PBX; a new one can be made at once. */
  void cutLink();

  /** Restarts the PBX, and with it all its calls; returns when it is up again. */
  void restart();

  /** Ends the calls and takes away the phones. */
  @Override
  void close();
}
