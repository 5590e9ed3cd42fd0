package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.Absence;
import org.turno.acd.plan.AdmissionPolicy;
import org.turno.acd.plan.CallbackPolicy;
import org.turno.acd.plan.ClosedPolicy;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.EmptyPolicy;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.KeyAction;
import org.turno.acd.plan.Limit;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Ways;

/** Ways into queues and out of them, drawn by the seed. */
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
        keys.put(
            key,
            random.chance(0.5) ? new KeyAction.CallMeBack() : new KeyAction.Leave(key(queueCount)));
      }
    }
    return keys;
  }

  /** How some queues call people back, soon and not often. */
  @Nullable CallbackPolicy callback() {
    return random.chance(0.4)
        ? null
        : new CallbackPolicy(
                (int) random.between(1, 3),
                random.between(2_000, 60_000),
                random.between(5_000, 20_000),
                random.chance(0.4),
                random.chance(0.5) ? List.of() : List.of(new Prompt.Sound("turno/called-back")),
                random.chance(0.5) ? List.of() : List.of(new Prompt.Sound("turno/no-number")))
            .expiring(random.chance(0.4) ? random.between(10_000, 120_000) : 0);
  }

  private Destination key(int queueCount) {
    long other = random.between(0, queueCount - 1);
    double draw = random.uniform();
    return draw < 0.5
        ? new Destination.ToQueue(new QueueId("q" + other))
        : draw < 0.6 ? new Destination.ToLine(new LineId("line" + other)) : away();
  }

  /** To a later queue or line only, so that nothing goes in a circle. */
  private Destination destination(int index, int count) {
    if (index + 1 < count && random.chance(0.6)) {
      long later = random.between(index + 1, count - 1);
      return random.chance(0.3)
          ? new Destination.ToLine(new LineId("line" + later))
          : new Destination.ToQueue(new QueueId("q" + later));
    }
    return away();
  }

  private Destination away() {
    return random.chance(0.4)
        ? new Destination.ToAnnouncement(List.of(new Prompt.Sound("turno/closed")))
        : new Destination.ToExtension("overflow", "900");
  }

  AdmissionPolicy admission(int index, int count) {
    if (random.chance(0.4)) {
      return AdmissionPolicy.NO_LIMITS;
    }
    SortedMap<Limit, Destination> when = new TreeMap<>();
    for (Limit limit : Limit.values()) {
      if (random.chance(0.2)) {
        when.put(limit, destination(index, count));
      }
    }
    return new AdmissionPolicy(
        random.chance(0.4) ? 0 : random.between(5_000, 90_000),
        random.chance(0.5) ? 0 : (int) random.between(1, 6),
        destination(index, count),
        empty(),
        when);
  }

  private EmptyPolicy empty() {
    boolean limited = random.chance(0.3);
    return new EmptyPolicy(
        random.chance(0.7) ? null : absences(),
        random.chance(0.7) ? null : absences(),
        limited ? random.between(2_000, 60_000) : 0,
        limited ? random.between(0, 20_000) : 0,
        random.chance(0.5) ? List.of() : absences());
  }

  private List<Absence> absences() {
    List<Absence> drawn = new ArrayList<>();
    for (Absence absence : Absence.values()) {
      if (random.chance(0.3)) {
        drawn.add(absence);
      }
    }
    return drawn;
  }

  ClosedPolicy closed(int index, int count) {
    return random.chance(0.6)
        ? ClosedPolicy.NEVER
        : new ClosedPolicy(random.chance(0.6), destination(index, count), random.chance(0.5));
  }

  /** The queues without any way that could hang up on a caller of a protected line. */
  static List<QueuePlan> safe(List<LinePlan> lines, List<QueuePlan> queues) {
    SortedSet<Door> guarded = guarded(lines, queues);
    return queues.stream()
        .map(queue -> guarded.contains(Door.of(queue.id())) ? safe(queue) : queue)
        .toList();
  }

  /** Likewise for lines. */
  static List<LinePlan> safeLines(List<LinePlan> lines, List<QueuePlan> queues) {
    SortedSet<Door> guarded = guarded(lines, queues);
    return lines.stream()
        .map(line -> guarded.contains(Door.of(line.id())) ? line.with(safe(line.closed())) : line)
        .toList();
  }

  private static SortedSet<Door> guarded(List<LinePlan> lines, List<QueuePlan> queues) {
    SortedSet<Door> guarded = new TreeSet<>();
    Ways ways = new Ways(lines, queues);
    lines.stream()
        .filter(LinePlan::protectedLine)
        .forEach(line -> guarded.addAll(ways.reachable(line)));
    return guarded;
  }

  private static QueuePlan safe(QueuePlan queue) {
    SortedMap<Key, KeyAction> keys = new TreeMap<>();
    queue
        .keys()
        .forEach(
            (key, action) -> {
              if (action instanceof KeyAction.Leave leave) {
                keys.put(key, new KeyAction.Leave(requireSafe(leave.to())));
              } else {
                keys.put(key, action);
              }
            });
    AdmissionPolicy admission = queue.admission();
    SortedMap<Limit, Destination> when = new TreeMap<>();
    admission.overflowWhen().forEach((limit, to) -> when.put(limit, requireSafe(to)));
    Destination overflow = admission.overflow();
    return queue
        .with(keys)
        .with(
            new AdmissionPolicy(
                admission.maxWaitMs(),
                admission.maxLength(),
                overflow == null ? null : requireSafe(overflow),
                admission.empty(),
                when))
        .with(safe(queue.closed()));
  }

  private static ClosedPolicy safe(ClosedPolicy closed) {
    @Nullable Destination to = closed.to();
    return to == null
        ? closed
        : new ClosedPolicy(closed.hours(), requireSafe(to), closed.sendsWaiting());
  }

  private static Destination requireSafe(Destination to) {
    return to instanceof Destination.ToAnnouncement
        ? new Destination.ToExtension("hotline", "900")
        : to;
  }
}
