package org.turno.pbx.sim;

import org.turno.acd.input.PbxInput;

/** Turno's end of the link, as the PBX sees it. */
interface Application {
  /** Something happened on the PBX, just now. */
  void fact(PbxInput fact);

  /** The PBX closed the link. */
  void linkLost(String reason);
}
