package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.turno.acd.plan.AnnouncementPolicy;
import org.turno.acd.plan.AnnouncementPolicy.Estimate;
import org.turno.acd.plan.AnnouncementPolicy.Messages;
import org.turno.acd.plan.AnnouncementPolicy.Phrases;
import org.turno.acd.plan.AnnouncementPolicy.Position;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.KeyAction;
import org.turno.acd.plan.Prompt;

/** What some lines and queues tell their callers, often and soon. */
final class RandomAnnouncements {
  private final SimRandom random;

  RandomAnnouncements(SimRandom random) {
    this.random = random;
  }

  List<Prompt> greeting() {
    return random.chance(0.6) ? List.of() : List.of(new Prompt.Sound("turno/welcome"));
  }

  AnnouncementPolicy policy() {
    if (random.chance(0.4)) {
      return AnnouncementPolicy.NONE;
    }
    Position position = pick(Position.values());
    boolean limited = position == Position.UP_TO || position == Position.MORE_THAN;
    return new AnnouncementPolicy(
        random.between(0, 10_000),
        random.chance(0.2) ? 0 : random.between(2_000, 30_000),
        random.between(1_000, 10_000),
        random.chance(0.4),
        position,
        limited ? (int) random.between(1, 4) : 0,
        pick(Estimate.values()),
        random.chance(0.7) ? 60_000 : 300_000,
        Phrases.ASTERISK,
        messages());
  }

  private Messages messages() {
    if (random.chance(0.5)) {
      return Messages.NONE;
    }
    List<List<Prompt>> texts = new ArrayList<>();
    for (long i = random.between(1, 3); i > 0; i--) {
      texts.add(List.of(new Prompt.Sound("turno/message" + i)));
    }
    return new Messages(
        texts, random.between(0, 20_000), random.between(5_000, 40_000), random.chance(0.5));
  }

  /** Some keys change the language. */
  SortedMap<Key, KeyAction> keys(SortedMap<Key, KeyAction> others) {
    SortedMap<Key, KeyAction> keys = new TreeMap<>(others);
    if (random.chance(0.4)) {
      keys.put(Key.K2, new KeyAction.Speak(random.chance(0.5) ? "en" : "ca"));
    }
    return keys;
  }

  private <T> T pick(T[] of) {
    return of[(int) random.between(0, of.length - 1)];
  }
}
