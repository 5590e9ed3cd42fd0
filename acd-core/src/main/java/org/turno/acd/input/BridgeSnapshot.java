package org.turno.acd.input;

import java.util.List;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;

/**
 * One conversation in a PBX's inventory that Turno made.
 *
 * @param id the id of the effect that made it
 * @param legs who is in it
 */
public record BridgeSnapshot(EffectId id, List<LegId> legs) {
  /** Copies the list. */
  public BridgeSnapshot {
    legs = List.copyOf(legs);
  }
}
