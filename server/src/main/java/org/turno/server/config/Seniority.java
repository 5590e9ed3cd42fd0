package org.turno.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RelaxationStep;
import org.turno.acd.plan.RoutingPolicy;

/**
 * How long the callers who go last can be overtaken by newcomers who go first, by the configuration
 * alone. Protected lines are left out: they are to go first, always.
 *
 * @param lines that share agents, each with some other of them
 * @param lowest the line whose callers newcomers overtake for longest
 * @param highest the line whose callers go first
 * @param byWeight whether the queue of the highest is heavier: no wait makes up for that
 * @param gap by how much the highest's priority is above the lowest's
 * @param afterMs the wait from which a caller of the lowest goes before every newcomer of the
 *     highest; empty for never
 */
public record Seniority(
    List<LinePlan> lines,
    LinePlan lowest,
    LinePlan highest,
    boolean byWeight,
    int gap,
    OptionalLong afterMs) {
  /** Copies the list. */
  public Seniority {
    lines = List.copyOf(lines);
  }

  /** Lines that share agents, and those agents. */
  private static final class Group {
    private final List<LinePlan> lines = new ArrayList<>();
    private final TreeSet<AgentId> agents = new TreeSet<>();
  }

  /** Of every group of lines that share agents and do not all go alike. */
  public static List<Seniority> in(FloorPlan plan) {
    return in(plan.lines(), plan.queues(), plan.agents());
  }

  static List<Seniority> in(
      Iterable<LinePlan> lines, Iterable<QueuePlan> queues, List<AgentPlan> agents) {
    List<Group> groups = new ArrayList<>();
    for (LinePlan line : lines) {
      if (!line.protectedLine()) {
        join(groups, line, Coverage.agents(line, queue(line, queues), agents));
      }
    }
    List<Seniority> found = new ArrayList<>();
    for (Group group : groups) {
      Seniority seniority = of(group.lines, queues);
      if (seniority.byWeight || seniority.gap > 0) {
        found.add(seniority);
      }
    }
    return found;
  }

  private static QueuePlan queue(LinePlan line, Iterable<QueuePlan> queues) {
    for (QueuePlan queue : queues) {
      if (queue.id().equals(line.queue())) {
        return queue;
      }
    }
    return QueuePlan.of(line.queue().value());
  }

  private static void join(List<Group> groups, LinePlan line, List<AgentPlan> agents) {
    Group joined = new Group();
    agents.forEach(agent -> joined.agents.add(agent.id()));
    for (Group group : List.copyOf(groups)) {
      if (group.agents.stream().anyMatch(joined.agents::contains)) {
        joined.agents.addAll(group.agents);
        joined.lines.addAll(group.lines);
        groups.remove(group);
      }
    }
    joined.lines.add(line);
    groups.add(joined);
  }

  /** Of the line for which it is worst: for ever, else for longest. */
  private static Seniority of(List<LinePlan> lines, Iterable<QueuePlan> queues) {
    LinePlan highest = lines.getFirst();
    for (LinePlan line : lines) {
      highest = compare(line, highest, queues) > 0 ? line : highest;
    }
    Seniority worst = null;
    for (LinePlan line : lines) {
      Seniority seniority = of(lines, line, highest, queues);
      if (worst == null || seniority.overtakenMs() > worst.overtakenMs()) {
        worst = seniority;
      }
    }
    if (worst == null) {
      throw new IllegalStateException("a group without lines");
    }
    return worst;
  }

  private static Seniority of(
      List<LinePlan> lines, LinePlan lowest, LinePlan highest, Iterable<QueuePlan> queues) {
    boolean byWeight = weight(highest, queues) > weight(lowest, queues);
    int gap = highest.priority() - lowest.priority();
    RoutingPolicy policy = queue(lowest, queues).routing();
    OptionalLong afterMs = byWeight ? OptionalLong.empty() : gained(policy, gap);
    return new Seniority(lines, lowest, highest, byWeight, gap, afterMs);
  }

  /** What a remedy is worth most for is worst: a cap that is too low, then a weight. */
  private long overtakenMs() {
    return afterMs.orElse(byWeight ? Long.MAX_VALUE - 1 : Long.MAX_VALUE);
  }

  private static int compare(LinePlan a, LinePlan b, Iterable<QueuePlan> queues) {
    int byWeight = Integer.compare(weight(a, queues), weight(b, queues));
    return byWeight != 0 ? byWeight : Integer.compare(a.priority(), b.priority());
  }

  private static int weight(LinePlan line, Iterable<QueuePlan> queues) {
    return queue(line, queues).routing().weight();
  }

  /** The wait after which ageing and relaxation have raised a priority by so much. */
  private static OptionalLong gained(RoutingPolicy policy, int gap) {
    TreeSet<Long> momentsMs = new TreeSet<>(List.of(0L));
    policy.relaxation().forEach(step -> momentsMs.add(step.afterMs()));
    for (int k = 1; k <= policy.ageing().cap(); k++) {
      momentsMs.add(k * policy.ageing().stepMs());
    }
    for (long afterMs : momentsMs) {
      long gain = policy.ageing().gain(afterMs);
      for (RelaxationStep step : policy.relaxation()) {
        gain += step.afterMs() <= afterMs ? step.addPriority() : 0;
      }
      if (gain >= gap) {
        return OptionalLong.of(afterMs);
      }
    }
    return OptionalLong.empty();
  }
}
