package org.turno.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.QueueEvent;
import org.turno.acd.plan.ClosedPolicy;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.FloorPlan;

/** Which lines and queues are open, of those that can be closed. */
final class DoorLedger {
  private Map<Door, DoorFigures> doors = new LinkedHashMap<>();

  /** A changed configuration; what is known of doors that stay is kept. */
  void planned(FloorPlan plan) {
    Map<Door, DoorFigures> before = doors;
    doors = new LinkedHashMap<>();
    plan.lines().forEach(line -> door(before, Door.of(line.id()), line.name(), line.closed()));
    plan.queues().forEach(q -> door(before, Door.of(q.id()), q.name(), q.closed()));
  }

  private void door(Map<Door, DoorFigures> before, Door door, String name, ClosedPolicy policy) {
    DoorFigures known = before.get(door);
    if (policy.to() != null || (known != null && known.forced() != null)) {
      DoorFigures goesOn = policy.hours() ? known : null;
      doors.put(
          door,
          new DoorFigures(
              door,
              name,
              policy.hours(),
              goesOn == null || goesOn.byHours(),
              goesOn == null ? 0 : goesOn.nextMs(),
              known == null ? null : known.forced()));
    }
  }

  void apply(QueueEvent event) {
    switch (event) {
      case QueueEvent.Scheduled e -> {
        DoorFigures d = of(e.door());
        doors.put(
            e.door(), new DoorFigures(d.door(), d.name(), true, e.open(), e.nextMs(), d.forced()));
      }
      case QueueEvent.Forced e ->
          forced(e.door(), new DoorFigures.Force(e.open(), e.by(), e.why(), e.untilMs()));
      case QueueEvent.Released e -> forced(e.door(), null);
      case QueueEvent.Deserted e -> {}
      case QueueEvent.Staffed e -> {}
    }
  }

  private void forced(Door door, DoorFigures.@Nullable Force force) {
    DoorFigures d = of(door);
    doors.put(door, new DoorFigures(d.door(), d.name(), d.hours(), d.byHours(), d.nextMs(), force));
  }

  private DoorFigures of(Door door) {
    return doors.getOrDefault(door, new DoorFigures(door, door.name(), false, true, 0, null));
  }

  /** Lines first, in the order of the configuration. */
  List<DoorFigures> figures() {
    return List.copyOf(doors.values());
  }

  List<DoorFigures> image() {
    return new ArrayList<>(doors.values());
  }

  void restore(List<DoorFigures> image) {
    image.forEach(door -> doors.put(door.door(), door));
  }
}
