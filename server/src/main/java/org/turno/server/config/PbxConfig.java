package org.turno.server.config;

import java.util.Optional;
import org.turno.acd.plan.PbxId;

/** A PBX to work with. */
public sealed interface PbxConfig permits AsteriskConfig, FreeSwitchConfig {
  /** Its name. */
  PbxId id();

  /** How people are called back; empty where nobody is. */
  Optional<OutsideConfig> outside();

  /** What it is and where, in one line without passwords. */
  String summary();
}
