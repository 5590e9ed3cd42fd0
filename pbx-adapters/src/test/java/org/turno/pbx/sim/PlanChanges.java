package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.turno.acd.plan.AdmissionPolicy;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.KeyAction;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.OfferPolicy;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.ReservePlan;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.Tier;
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
    List<ReservePlan> reserves =
        random.chance(0.8)
            ? plan.reserves().stream().filter(r -> whole(r, queues)).toList()
            : List.of();
    return new FloorPlan(plan.pbxs(), lines, queues, agents, reserves, plan.teams())
        .withPauses(plan.pauses())
        .observing(random.stream("old queues").chance(0.9) ? plan.observed() : List.of());
  }

  private static boolean whole(ReservePlan reserve, List<QueuePlan> queues) {
    return queues.stream().map(QueuePlan::id).toList().containsAll(reserve.queues());
  }

  private static void removeQueue(
      List<QueuePlan> queues, List<LinePlan> lines, List<AgentPlan> agents, SimRandom random) {
    QueuePlan gone = queues.get((int) random.between(0, queues.size() - 1));
    boolean overflowsThere =
        queues.stream()
            .anyMatch(
                q ->
                    q.admission().overflow() instanceof Destination.ToQueue to
                        && to.queue().equals(gone.id()));
    boolean relaxesThere =
        queues.stream()
            .flatMap(q -> q.routing().relaxation().stream())
            .anyMatch(step -> step.addQueues().contains(gone.id()));
    boolean keyLeadsThere =
        queues.stream()
            .flatMap(q -> q.keys().values().stream())
            .anyMatch(
                action ->
                    action instanceof KeyAction.Leave(Destination.ToQueue(QueueId to))
                        && to.equals(gone.id()));
    if (queues.size() > 1 && !overflowsThere && !relaxesThere && !keyLeadsThere) {
      queues.remove(gone);
      agents.removeIf(agent -> agent.queues().contains(gone.id()));
      agents.replaceAll(agent -> withoutTier(agent, gone.id()));
      lines.replaceAll(
          line ->
              line.queue().equals(gone.id())
                  ? new LinePlan(
                      line.id(),
                      line.name(),
                      queues.getFirst().id(),
                      line.priority(),
                      line.requirement(),
                      line.display(),
                      line.protectedLine())
                  : line);
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
                queue.admission().overflow()))
        .with(random.chance(0.5) ? queue.routing() : RoutingPolicy.DEFAULT)
        .with(random.chance(0.5) ? queue.keys() : new TreeMap<>());
  }
}
