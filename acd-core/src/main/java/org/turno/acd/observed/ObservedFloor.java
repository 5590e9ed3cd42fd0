package org.turno.acd.observed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.plan.PbxId;

/** The PBXs whose own queues are looked at. Changed only while an event is applied. */
public final class ObservedFloor {
  private final Map<PbxId, ObservedPbx> pbxs = new LinkedHashMap<>();

  /** What an event changes. */
  public void apply(ObservedEvent event, long timeMs) {
    pbxs.computeIfAbsent(event.pbx(), id -> new ObservedPbx()).apply(event, timeMs);
  }

  /** One PBX; empty where nothing was seen of it yet. */
  public ObservedPbx pbx(PbxId id) {
    return pbxs.getOrDefault(id, new ObservedPbx());
  }

  /** All of which anything was seen. */
  public Map<PbxId, ObservedPbx> pbxs() {
    return Collections.unmodifiableMap(pbxs);
  }

  @Override
  public String toString() {
    return pbxs.toString();
  }
}
