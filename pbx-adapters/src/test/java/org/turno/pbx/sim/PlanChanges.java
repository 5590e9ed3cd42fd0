package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.turno.acd.plan.AdmissionPolicy;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.EmptyPolicy;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.OfferPolicy;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.ReservePlan;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.Tier;
import org.turno.acd.plan.Ways;
import org.turno.acd.plan.WrapUpPolicy;

/** Configurations as people change them: an agent less, other skills, other limits, a line less. */
final class PlanChanges {
  private PlanChanges() {}

  static FloorPlan change(FloorPlan plan, SimRandom random) {
    List<AgentPlan> agents = new ArrayList<>();
    for (AgentPlan agent : plan.agents()) {
      if (random.chance(0.85)) {
        agents.add(random.chance(0.15) ? unskilled(agent) : agent);
      }
    }
    List<LinePlan> lines = new ArrayList<>(plan.lines());
    if (random.chance(0.3)) {
      lines.remove((int) random.between(0, lines.size() - 1));
    }
    List<QueuePlan> queues =
        new ArrayList<>(plan.queues().stream().map(queue -> changed(queue, random)).toList());
    if (random.chance(0.3)) {
      removeQueue(queues, lines, agents, random);
    }
    if (!holds(lines, queues)) {
      lines = new ArrayList<>(plan.lines());
      queues = new ArrayList<>(plan.queues());
      agents = new ArrayList<>(plan.agents());
    }
    List<QueuePlan> kept = queues;
    List<ReservePlan> reserves =
        random.chance(0.8)
            ? plan.reserves().stream().filter(r -> whole(r, kept)).toList()
            : List.of();
    return new FloorPlan(plan.pbxs(), lines, queues, agents, reserves, plan.teams())
        .withPauses(plan.pauses())
        .observing(random.stream("old queues").chance(0.9) ? plan.observed() : List.of())
        .supervisedBy(random.stream("supervisors").chance(0.6) ? plan.supervisors() : List.of());
  }

  /** Whether every way leads somewhere, none in a circle, and none cuts a caller in danger off. */
  private static boolean holds(List<LinePlan> lines, List<QueuePlan> queues) {
    List<QueueId> queueIds = queues.stream().map(QueuePlan::id).toList();
    List<LineId> lineIds = lines.stream().map(LinePlan::id).toList();
    Ways ways = new Ways(lines, queues);
    return Stream.of(
                lines.stream().flatMap(line -> Ways.byItself(line).stream()),
                queues.stream().flatMap(queue -> Ways.byItself(queue).stream()),
                queues.stream().flatMap(queue -> Ways.byKey(queue).stream()))
            .flatMap(way -> way)
            .allMatch(
                to ->
                    switch (to) {
                      case Destination.ToQueue other -> queueIds.contains(other.queue());
                      case Destination.ToLine other -> lineIds.contains(other.line());
                      case Destination.ToExtension extension -> true;
                      case Destination.ToAnnouncement announcement -> true;
                    })
        && ways.circle() == null
        && lines.stream()
            .filter(LinePlan::protectedLine)
            .flatMap(line -> ways.reachable(line).stream())
            .noneMatch(ways::endsCalls);
  }

  private static boolean whole(ReservePlan reserve, List<QueuePlan> queues) {
    return queues.stream().map(QueuePlan::id).toList().containsAll(reserve.queues());
  }

  private static void removeQueue(
      List<QueuePlan> queues, List<LinePlan> lines, List<AgentPlan> agents, SimRandom random) {
    QueuePlan gone = queues.get((int) random.between(0, queues.size() - 1));
    boolean relaxesThere =
        queues.stream()
            .flatMap(q -> q.routing().relaxation().stream())
            .anyMatch(step -> step.addQueues().contains(gone.id()));
    if (queues.size() > 1 && !relaxesThere) {
      queues.remove(gone);
      agents.removeIf(agent -> agent.queues().contains(gone.id()));
      agents.replaceAll(agent -> withoutTier(agent, gone.id()));
      lines.replaceAll(
          line -> line.queue().equals(gone.id()) ? line.to(queues.getFirst().id()) : line);
    }
  }

  private static AgentPlan withoutTier(AgentPlan agent, QueueId queue) {
    SortedMap<QueueId, Tier> tiers = new TreeMap<>(agent.tiers());
    tiers.remove(queue);
    return new AgentPlan(
        agent.id(), agent.alias(), agent.phone(), agent.skills(), agent.queues(), tiers);
  }

  private static AgentPlan unskilled(AgentPlan agent) {
    return new AgentPlan(agent.id(), agent.alias(), agent.phone(), Skills.NONE, List.of());
  }

  private static QueuePlan changed(QueuePlan queue, SimRandom random) {
    if (!random.chance(0.3)) {
      return queue;
    }
    return queue
        .with(
            new OfferPolicy(
                random.between(3_000, 25_000),
                (int) random.between(0, 3),
                random.between(0, 5_000)))
        .with(new WrapUpPolicy(random.chance(0.5) ? 0 : 20_000))
        .with(
            new AdmissionPolicy(
                queue.admission().overflow() == null ? 0 : random.between(0, 60_000),
                queue.admission().maxLength(),
                queue.admission().overflow(),
                random.chance(0.5) ? queue.admission().empty() : EmptyPolicy.NONE,
                queue.admission().overflowWhen()))
        .with(random.chance(0.5) ? queue.routing() : RoutingPolicy.DEFAULT)
        .with(random.chance(0.5) ? queue.keys() : new TreeMap<>());
  }
}
