package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.RelaxationStep;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.ReservePlan;
import org.turno.acd.plan.RingPolicy;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.StickyPolicy;
import org.turno.acd.plan.Tier;

/** Routing of every kind, drawn by the seed; plain for every third floor. */
final class RandomRouting {
  private static final List<String> PREFERENCES =
      List.of("b", "c >= 50", "a and c", "a >= 40 and (b or c)");

  private final SimRandom random;
  private final boolean plain;

  RandomRouting(SimRandom random) {
    this.random = random;
    this.plain = random.chance(0.33);
  }

  RoutingPolicy policy(int queueCount) {
    if (plain) {
      return RoutingPolicy.DEFAULT;
    }
    AgentChoice[] choices = AgentChoice.values();
    return new RoutingPolicy(
            choices[(int) random.between(0, choices.length - 1)],
            random.chance(0.6) ? 0 : (int) random.between(1, 3),
            random.chance(0.6) ? Ageing.NONE : new Ageing(random.between(2_000, 30_000), 5),
            relaxation(queueCount),
            random.chance(0.3),
            random.chance(0.3),
            random.chance(0.5) ? 0 : random.between(1_000, 30_000))
        .preferring(preference(0.3))
        .with(sticky())
        .with(ring());
  }

  private RingPolicy ring() {
    int atMost = random.chance(0.5) ? 0 : (int) random.between(2, 4);
    return switch ((int) random.between(0, 5)) {
      case 0 -> new RingPolicy(RingPolicy.Mode.ALL, atMost, 0);
      case 1 -> new RingPolicy(RingPolicy.Mode.PROGRESSIVELY, atMost, random.between(1_000, 8_000));
      default -> RingPolicy.ONE;
    };
  }

  private StickyPolicy sticky() {
    return random.chance(0.6)
        ? StickyPolicy.NONE
        : new StickyPolicy(
            random.chance(0.4) ? 0 : random.between(1_000, 40_000),
            random.between(10_000, 2_000_000));
  }

  private List<RelaxationStep> relaxation(int queueCount) {
    List<RelaxationStep> steps = new ArrayList<>();
    long afterMs = 0;
    while (random.chance(0.35)) {
      afterMs += random.between(1_000, 25_000);
      steps.add(
          new RelaxationStep(
              afterMs,
              random.chance(0.5) ? Requirement.nothing() : null,
              random.chance(0.3) ? preference(0.5) : null,
              (int) random.between(0, 2),
              random.chance(0.5)
                  ? List.of()
                  : List.of(new QueueId("q" + random.between(0, queueCount - 1)))));
    }
    return steps;
  }

  /** Nothing, or one or two parts. */
  Requirement preference(double chance) {
    return plain || !random.chance(chance)
        ? Requirement.nothing()
        : Requirement.parse(PREFERENCES.get((int) random.between(0, PREFERENCES.size() - 1)));
  }

  SortedMap<QueueId, Tier> tiers(int queueCount) {
    SortedMap<QueueId, Tier> tiers = new TreeMap<>();
    for (int queue = 0; queue < queueCount; queue++) {
      if (!plain && random.chance(0.4)) {
        tiers.put(
            new QueueId("q" + queue),
            new Tier((int) random.between(1, 3), (int) random.between(1, 4)));
      }
    }
    return tiers;
  }

  List<ReservePlan> reserves() {
    if (plain || random.chance(0.6)) {
      return List.of();
    }
    return List.of(
        new ReservePlan(
            "kept back",
            Requirement.parse(random.chance(0.5) ? "a" : "b >= 30"),
            (int) random.between(0, 2),
            List.of(new QueueId("q0"))));
  }
}
