package org.turno.pbx.sim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.AcdState;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.plan.ContactId;

/** A plain account of the contacts in queues of a PBX's own: each comes once and ends once. */
final class ObservedReference {
  private final Map<ContactId, String> alive = new LinkedHashMap<>();
  private long came;

  /** How many came. */
  long came() {
    return came;
  }

  void apply(ObservedEvent event) {
    switch (event) {
      case ObservedEvent.Arrived e -> {
        came++;
        require(alive.put(e.contact(), "waits") == null, event);
      }
      case ObservedEvent.Rung e -> require("waits".equals(alive.get(e.contact())), event);
      case ObservedEvent.RingEnded e -> require("waits".equals(alive.get(e.contact())), event);
      case ObservedEvent.Leaving e -> require("waits".equals(alive.get(e.contact())), event);
      case ObservedEvent.Answered e ->
          require("waits".equals(alive.put(e.contact(), "talks to " + e.agent())), event);
      case ObservedEvent.Ended e -> {
        @Nullable String was = alive.remove(e.contact());
        require(was != null && was.startsWith("talks") == (e.agent() != null), event);
        require(e.waitMs() >= 0 && e.talkMs() >= 0, event);
      }
      case ObservedEvent e -> {}
    }
    TreeSet<String> talking = new TreeSet<>();
    for (String state : alive.values()) {
      require(state.equals("waits") || talking.add(state), event);
    }
  }

  private static void require(boolean holds, ObservedEvent event) {
    if (!holds) {
      throw new InvariantBroken("EveryContactEndsOnce", "observed, and not so: " + event);
    }
  }

  /** The core's state says the same. */
  void matches(AcdState live) {
    Map<ContactId, String> known = new LinkedHashMap<>();
    live.observed()
        .pbx(DrawnOldQueues.OLD)
        .contacts()
        .forEach(c -> known.put(c.id(), c.talking() ? "talks to " + c.agent() : "waits"));
    if (!known.equals(alive)) {
      throw new InvariantBroken("RestoreEqualsReplay", "observed " + known + ", told " + alive);
    }
  }
}
