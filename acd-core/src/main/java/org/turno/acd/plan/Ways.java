package org.turno.acd.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where contacts can get from one line or queue to others without reaching an agent. */
public final class Ways {
  private final Map<Door, LinePlan> lines = new LinkedHashMap<>();
  private final Map<Door, QueuePlan> queues = new LinkedHashMap<>();

  /** The ways between these. */
  public Ways(Iterable<LinePlan> lines, Iterable<QueuePlan> queues) {
    lines.forEach(line -> this.lines.put(Door.of(line.id()), line));
    queues.forEach(queue -> this.queues.put(Door.of(queue.id()), queue));
  }

  /** Where a queue sends contacts by itself: by its limits and when it is closed. */
  public static List<Destination> byItself(QueuePlan queue) {
    List<Destination> ways = new ArrayList<>();
    if (queue.admission().overflow() != null) {
      ways.add(queue.admission().overflow());
    }
    ways.addAll(queue.admission().overflowWhen().values());
    if (queue.closed().to() != null) {
      ways.add(queue.closed().to());
    }
    return ways;
  }

  /** Where the keys of a queue lead. */
  public static List<Destination> byKey(QueuePlan queue) {
    List<Destination> ways = new ArrayList<>();
    for (KeyAction action : queue.keys().values()) {
      switch (action) {
        case KeyAction.Leave leave -> ways.add(leave.to());
        case KeyAction.Speak speak -> {}
        case KeyAction.CallMeBack callMe -> {}
      }
    }
    return ways;
  }

  /** Where a line sends contacts by itself, beside its queue. */
  public static List<Destination> byItself(LinePlan line) {
    return line.closed().to() == null ? List.of() : List.of(line.closed().to());
  }

  private static @Nullable Door door(Destination to) {
    return switch (to) {
      case Destination.ToQueue other -> Door.of(other.queue());
      case Destination.ToLine other -> Door.of(other.line());
      case Destination.ToExtension extension -> null;
      case Destination.ToAnnouncement announcement -> null;
    };
  }

  private List<Destination> destinations(Door at, boolean withKeys) {
    LinePlan line = lines.get(at);
    QueuePlan queue = queues.get(at);
    List<Destination> ways = new ArrayList<>();
    if (line != null) {
      ways.add(new Destination.ToQueue(line.queue()));
      ways.addAll(byItself(line));
    }
    if (queue != null) {
      ways.addAll(byItself(queue));
      ways.addAll(withKeys ? byKey(queue) : List.of());
    }
    return ways;
  }

  private List<Door> next(Door at, boolean withKeys) {
    List<Door> found = new ArrayList<>();
    for (Destination to : destinations(at, withKeys)) {
      Door door = door(to);
      if (door != null) {
        found.add(door);
      }
    }
    return found;
  }

  /**
   * A circle in which contacts would be sent round for ever, its first member at both ends; null
   * where there is none. Keys make no circles: a person presses them.
   */
  public @Nullable List<Door> circle() {
    SortedSet<Door> harmless = new TreeSet<>();
    for (Door start : queues.keySet()) {
      List<Door> circle = circle(start, new ArrayList<>(), harmless);
      if (circle != null) {
        return circle;
      }
    }
    return null;
  }

  private @Nullable List<Door> circle(Door at, List<Door> path, SortedSet<Door> harmless) {
    int before = path.indexOf(at);
    path.add(at);
    if (before >= 0) {
      return path.subList(before, path.size());
    }
    if (!harmless.contains(at)) {
      for (Door next : next(at, false)) {
        List<Door> circle = circle(next, path, harmless);
        if (circle != null) {
          return circle;
        }
      }
    }
    harmless.add(at);
    path.removeLast();
    return null;
  }

  /** All that contacts of a line can get to, the line itself first, also by pressing keys. */
  public List<Door> reachable(LinePlan from) {
    List<Door> found = new ArrayList<>(List.of(Door.of(from.id())));
    for (int i = 0; i < found.size(); i++) {
      for (Door next : next(found.get(i), true)) {
        if (!found.contains(next)) {
          found.add(next);
        }
      }
    }
    return found;
  }

  /** Whether some way out of there ends the call, also by a key. */
  public boolean endsCalls(Door at) {
    return destinations(at, true).stream().anyMatch(Destination.ToAnnouncement.class::isInstance);
  }
}
