package org.turno.stats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.ObservedPlan;
import org.turno.acd.plan.ObservedQueuePlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/** The PBXs whose own queues are looked at, and how those queues are measured. */
final class ObservedQueues {
  private final Floor floor;
  private final Map<PbxId, ObservedSource> sources = new LinkedHashMap<>();
  private List<ObservedPlan> plans = List.of();

  ObservedQueues(Floor floor) {
    this.floor = floor;
  }

  void planned(FloorPlan plan) {
    plans = plan.observed();
    Map<PbxId, ObservedSource> known = new LinkedHashMap<>(sources);
    sources.clear();
    for (ObservedPlan one : plan.observed()) {
      ObservedSource before = known.get(one.pbx());
      boolean connected = before != null && before.connected();
      long sinceMs = before == null ? 0 : before.sinceMs();
      sources.put(one.pbx(), new ObservedSource(one.pbx(), one.kind(), connected, sinceMs));
    }
  }

  /** A PBX's queues came into sight, or are out of it. */
  void sighted(PbxId pbx, boolean inSight, long timeMs) {
    sources.computeIfPresent(
        pbx, (id, known) -> new ObservedSource(id, known.kind(), inSight, timeMs));
  }

  void found(ObservedEvent.QueueFound event) {
    QueueModel queue = floor.queue(event.queue());
    queue.configured = true;
    queue.observedPbx = event.pbx();
    queue.observedName = event.name();
    queue.observedLevelMs = event.serviceLevelMs();
    measure(queue, event.pbx());
  }

  void gone(QueueId id) {
    QueueModel queue = floor.queue(id);
    queue.configured = false;
    floor.dropIfForgotten(queue);
  }

  /** By what the configuration says of the queue, or else by what its PBX does. */
  void measure(QueueModel queue, PbxId pbx) {
    ObservedQueuePlan plan = ObservedQueuePlan.of(queue.observedName);
    for (ObservedPlan of : plans) {
      ObservedQueuePlan configured = of.pbx().equals(pbx) ? of.queue(plan.queue()) : null;
      plan = configured == null ? plan : configured;
    }
    QueuePlan usual = QueuePlan.of(queue.id.value()).named(plan.name());
    long pbxMs = queue.observedLevelMs > 0 ? queue.observedLevelMs : usual.serviceLevelTargetMs();
    boolean asOnPbx = plan.serviceLevelTargetMs() == ObservedQueuePlan.AS_ON_PBX;
    queue.plan =
        usual.measuredBy(asOnPbx ? pbxMs : plan.serviceLevelTargetMs(), plan.shortAbandonMs());
  }

  @Nullable ObservedSource source(PbxId pbx) {
    return sources.get(pbx);
  }

  List<ObservedSource> sources() {
    return List.copyOf(sources.values());
  }

  List<ObservedPlan> plans() {
    return plans;
  }

  void restore(List<ObservedPlan> ofPlans, List<ObservedSource> ofSources) {
    plans = ofPlans;
    ofSources.forEach(source -> sources.put(source.pbx(), source));
  }
}
