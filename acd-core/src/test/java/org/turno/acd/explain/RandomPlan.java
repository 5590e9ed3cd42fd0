package org.turno.acd.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.turno.acd.plan.AdmissionPolicy;
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.AnnouncementPolicy;
import org.turno.acd.plan.CallbackPolicy;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.KeyAction;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.OfferPolicy;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RelaxationStep;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.ReservePlan;
import org.turno.acd.plan.RingPolicy;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.StickyPolicy;
import org.turno.acd.plan.SupervisorPlan;
import org.turno.acd.plan.Tier;
import org.turno.acd.plan.WrapUpPolicy;

/** Configurations of small floors, drawn. */
final class RandomPlan {
  static final List<String> QUEUES = List.of("info", "social", "hotline");

  private static final List<RelaxationStep> RELAXATION =
      List.of(
          new RelaxationStep(20_000, Requirement.parse("social >= 20"), 3, List.of()),
          new RelaxationStep(40_000, null, 0, List.of(new QueueId("info"))));
  private static final List<Prompt> HELLO = List.of(new Prompt.Sound("hello"));
  private static final AnnouncementPolicy TOLD =
      new AnnouncementPolicy(
          5_000,
          10_000,
          5_000,
          true,
          AnnouncementPolicy.Position.ALWAYS,
          0,
          AnnouncementPolicy.Estimate.ALWAYS,
          60_000,
          AnnouncementPolicy.Phrases.ASTERISK,
          new AnnouncementPolicy.Messages(List.of(HELLO), 8_000, 8_000, true));

  private RandomPlan() {}

  static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  static FloorPlan drawn(Random random) {
    List<LinePlan> lines = new ArrayList<>();
    List<QueuePlan> queues = new ArrayList<>();
    List<String> asks = List.of("", "social >= 40", "violence >= 50 and (es or en >= 30)");
    for (int i = 0; i < QUEUES.size(); i++) {
      String id = QUEUES.get(i);
      lines.add(Floor.line(id, id, random.nextInt(3) * 10).callingBack(true).greeting(HELLO));
      Destination overflow =
          i == 0
              ? new Destination.ToQueue(new QueueId("social"))
              : new Destination.ToExtension("fallback", "600");
      queues.add(
          QueuePlan.of(id)
              .named("Queue " + id)
              .asking(
                  asks.get(i).isEmpty() ? Requirement.nothing() : Requirement.parse(asks.get(i)))
              .with(new OfferPolicy(10_000, 2, 3_000))
              .with(TOLD)
              .with(new TreeMap<>(Map.of(Key.K2, new KeyAction.Speak("ca"))))
              .callingBack(new CallbackPolicy(2, 20_000, 10_000, false, List.of(), List.of()))
              .with(new WrapUpPolicy(random.nextBoolean() ? 0 : 15_000))
              .with(
                  new AdmissionPolicy(
                      random.nextBoolean() ? 0 : 90_000, random.nextBoolean() ? 0 : 6, overflow))
              .with(
                  new RoutingPolicy(
                          any(List.of(AgentChoice.values()), random),
                          random.nextInt(2),
                          new Ageing(random.nextInt(2) * 10_000L, 15),
                          RELAXATION.subList(0, random.nextInt(3)),
                          random.nextBoolean(),
                          random.nextBoolean(),
                          20_000)
                      .preferring(Requirement.parse(random.nextBoolean() ? "" : "es"))
                      .with(new StickyPolicy(random.nextInt(2) * 10_000L, 3_600_000))
                      .with(
                          new RingPolicy(
                              any(List.of(RingPolicy.Mode.values()), random), 0, 4_000))));
    }
    ReservePlan reserve =
        new ReservePlan(
            "guards",
            Requirement.parse("violence >= 50"),
            random.nextInt(3),
            List.of(new QueueId("hotline")));
    return Floor.plan(lines, queues, agents(random))
        .with(List.of(reserve))
        .supervisedBy(
            List.of(
                new SupervisorPlan(
                    "rosa", new PhoneId(Floor.PBX, "PJSIP/rosa"), List.of(ListenMode.values()))));
  }

  private static AgentPlan[] agents(Random random) {
    List<String> skills =
        List.of(
            "", "social:60", "social:20 es:10", "violence:80 es:90", "violence:50 en:20 social:90");
    List<AgentPlan> agents = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      String id = "agent-" + (char) ('a' + i);
      AgentPlan agent =
          i % 4 == 3
              ? Floor.agent(id, skills.get(i % 5), "info")
              : Floor.agent(id, skills.get(i % 5));
      TreeMap<QueueId, Tier> tiers = new TreeMap<>();
      QUEUES.forEach(
          queue ->
              tiers.put(
                  new QueueId(queue), new Tier(1 + random.nextInt(2), 1 + random.nextInt(3))));
      agents.add(
          new AgentPlan(
              agent.id(), agent.alias(), agent.phone(), agent.skills(), agent.queues(), tiers));
    }
    return agents.toArray(new AgentPlan[0]);
  }
}
