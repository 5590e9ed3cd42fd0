package org.turno.server.config;

import org.turno.acd.plan.PbxId;

/** A PBX to work with. */
public sealed interface PbxConfig permits AsteriskConfig, FreeSwitchConfig {
  /** Its name. */
  PbxId id();

  /** What it is and where, in one line without passwords. */
  String summary();
}
