package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.List;
import org.turno.acd.engine.AcdState;
import org.turno.acd.input.DoorInput;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.QueuePlan;

/** Opening hours of minutes, and somebody who now and then overrules them. */
final class DrawnDoors {
  private static final double EVERY_MS = 60_000;

  private final SimulatedTurno turno;
  private final SimScheduler scheduler;
  private final SimRandom random;

  DrawnDoors(SimulatedTurno turno, SimScheduler scheduler, SimRandom random) {
    this.turno = turno;
    this.scheduler = scheduler;
    this.random = random;
  }

  void begin() {
    turno.nowAndThen(random, EVERY_MS, this::act);
  }

  private void act(AcdState state) {
    List<Door> doors = new ArrayList<>();
    state.plan().lines().stream().map(LinePlan::id).forEach(id -> doors.add(Door.of(id)));
    state.plan().queues().stream().map(QueuePlan::id).forEach(id -> doors.add(Door.of(id)));
    state.plan().queues().stream()
        .map(QueuePlan::id)
        .forEach(id -> doors.add(Door.ofCallbacks(id)));
    Door door = doors.get((int) random.between(0, doors.size() - 1));
    long laterMs = scheduler.nowMs() + random.between(-1_000, 120_000);
    boolean open = random.chance(0.6);
    turno.offer(
        switch ((int) random.between(0, 4)) {
          case 0, 1 -> new DoorInput.Scheduled(door, open, laterMs);
          case 2 ->
              new DoorInput.Forced(
                  door, random.chance(0.4), "chief", "drill", random.chance(0.5) ? 0 : laterMs);
          default -> new DoorInput.Released(door, "chief");
        });
  }
}
