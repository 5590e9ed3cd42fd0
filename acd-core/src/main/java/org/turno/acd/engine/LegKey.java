package org.turno.acd.engine;

import org.turno.acd.plan.LegId;
import org.turno.acd.plan.PbxId;

/** A leg among all PBXs: leg ids are unique only within one. */
record LegKey(PbxId pbx, LegId leg) {}
