package org.turno.pbx.sim;

import java.util.Map;
import java.util.TreeMap;
import org.turno.acd.event.QueueEvent;
import org.turno.acd.plan.CallbackPolicy;
import org.turno.acd.plan.ClosedPolicy;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/** What is open, and which queues have nobody, as the events tell. */
final class ModelDoors {
  final Map<QueueId, Long> desertedMs = new TreeMap<>();
  private final Map<Door, Boolean> byHours = new TreeMap<>();
  private final Map<Door, QueueEvent.Forced> forced = new TreeMap<>();

  void apply(QueueEvent event, long timeMs) {
    switch (event) {
      case QueueEvent.Deserted e ->
          FloorModel.require(
              desertedMs.put(e.queue(), timeMs) == null, "PolicyIsKept", "deserted twice", e);
      case QueueEvent.Staffed e ->
          FloorModel.require(
              desertedMs.remove(e.queue()) != null, "PolicyIsKept", "was not deserted", e);
      case QueueEvent.Scheduled e -> byHours.put(e.door(), e.open());
      case QueueEvent.Forced e -> forced.put(e.door(), e);
      case QueueEvent.Released e ->
          FloorModel.require(forced.remove(e.door()) != null, "PolicyIsKept", "was not forced", e);
    }
  }

  void planned(FloorPlan plan) {
    Map<Door, ClosedPolicy> policies = new TreeMap<>();
    for (LinePlan line : plan.lines()) {
      policies.put(Door.of(line.id()), line.closed());
    }
    for (QueuePlan queue : plan.queues()) {
      policies.put(Door.of(queue.id()), queue.closed());
      CallbackPolicy callback = queue.callback();
      policies.put(
          Door.ofCallbacks(queue.id()),
          callback == null || !callback.hours()
              ? ClosedPolicy.NEVER
              : new ClosedPolicy(true, new Destination.ToQueue(queue.id()), false));
      if (!queue.admission().empty().watches()) {
        desertedMs.remove(queue.id());
      }
    }
    desertedMs.keySet().retainAll(plan.queues().stream().map(QueuePlan::id).toList());
    forced.keySet().retainAll(policies.keySet());
    byHours.keySet().removeIf(d -> !policies.getOrDefault(d, ClosedPolicy.NEVER).hours());
  }

  boolean isOpen(Door door) {
    QueueEvent.Forced said = forced.get(door);
    return said == null ? byHours.getOrDefault(door, true) : said.open();
  }

  /** Whether what a supervisor said should have ended by now. */
  boolean forcedTooLong(long timeMs) {
    return forced.values().stream().anyMatch(f -> f.untilMs() != 0 && timeMs >= f.untilMs());
  }
}
