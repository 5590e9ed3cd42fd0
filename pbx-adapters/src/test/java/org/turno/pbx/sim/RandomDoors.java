package org.turno.pbx.sim;

import java.util.SortedMap;
import java.util.TreeMap;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.KeyAction;
import org.turno.acd.plan.QueueId;

/** Ways out of a queue, drawn by the seed. */
final class RandomDoors {
  private final SimRandom random;

  RandomDoors(SimRandom random) {
    this.random = random;
  }

  /** Some of the keys that drawn callers press, to any queue: people may go in circles. */
  SortedMap<Key, KeyAction> keys(int queueCount) {
    SortedMap<Key, KeyAction> keys = new TreeMap<>();
    for (Key key : Key.values()) {
      if (random.chance(0.15)) {
        keys.put(key, new KeyAction.Leave(destination(queueCount)));
      }
    }
    return keys;
  }

  private Destination destination(int queueCount) {
    return random.chance(0.6)
        ? new Destination.ToQueue(new QueueId("q" + random.between(0, queueCount - 1)))
        : new Destination.ToExtension("menu", "800");
  }
}
