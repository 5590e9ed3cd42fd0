package org.turno.server.config;

import java.util.List;
import java.util.Map;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/** What can only be judged when everything has been read. */
final class PlanChecks {
  private final Map<QueueId, QueuePlan> queues;
  private final Map<QueueId, MapReader> queueMaps;
  private final Problems problems;

  PlanChecks(Map<QueueId, QueuePlan> queues, Map<QueueId, MapReader> queueMaps, Problems problems) {
    this.queues = queues;
    this.queueMaps = queueMaps;
    this.problems = problems;
  }

  void check(Map<LineId, LinePlan> lines, Map<LineId, MapReader> maps, List<AgentPlan> agents) {
    new WayChecks(lines, maps, queues, queueMaps, problems).check();
    for (LinePlan line : lines.values()) {
      MapReader map = maps.get(line.id());
      QueuePlan queue = queues.get(line.queue());
      if (map == null || queue == null) {
        continue;
      }
      if (line.protectedLine()) {
        checkProtected(line, map, queue, lines.values());
        checkWrapUps(map, queue, agents);
      }
      checkSomebodyCanServe(line, map, queue, agents);
    }
    for (Seniority seniority : Seniority.in(lines.values(), queues.values(), agents)) {
      MapReader map = maps.get(seniority.lowest().id());
      if (map != null && seniority.afterMs().isEmpty() && !seniority.byWeight()) {
        checkGoesLast(seniority, map);
      }
    }
  }

  /** A caller whom newcomers overtake for ever may never be served. */
  private void checkGoesLast(Seniority seniority, MapReader map) {
    problems.warning(
        map.spotOf("queue"),
        "callers of "
            + map.where()
            + " are overtaken by newcomers of line "
            + seniority.highest().id()
            + " however long they wait: its priority is "
            + seniority.gap()
            + " above",
        "give queue "
            + seniority.lowest().queue()
            + " routing: {ageing: {step: 30s, cap: "
            + seniority.gap()
            + "}}, or a higher cap, so that waiting makes up for it");
  }

  /** After a call on a protected line only the agent ends the wrap-up. */
  private void checkWrapUps(MapReader map, QueuePlan queue, List<AgentPlan> agents) {
    MapReader queueMap = queueMaps.get(queue.id());
    for (AgentPlan agent : agents) {
      boolean serves = agent.queues().isEmpty() || agent.queues().contains(queue.id());
      if (queueMap != null
          && serves
          && agent.wrapUpAfter(queue).limitMs() > 0
          && queue.wrapUp().limitMs() == 0) {
        problems.error(
            queueMap.spot(),
            queueMap.where()
                + " serves the protected "
                + map.where()
                + ", and the wrap-up of agent "
                + agent.id()
                + " ends by itself",
            "write wrap_up_limit: by_agent for the queue: it holds for all its agents");
        return;
      }
    }
  }

  private void checkProtected(
      LinePlan line, MapReader map, QueuePlan queue, Iterable<LinePlan> others) {
    MapReader queueMap = queueMaps.get(queue.id());
    if (queueMap != null && queue.wrapUp().limitMs() > 0) {
      problems.error(
          queueMap.spotOf(queueMap.has("wrap_up") ? "wrap_up" : "wrap_up_limit"),
          queueMap.where() + " serves the protected " + map.where() + " and ends wrap-up by itself",
          "write wrap_up_limit: by_agent: after such a call only the agent ends it");
    }
    if (queueMap != null && queue.routing().sticky().remembers()) {
      problems.error(
          queueMap.spotOf("routing"),
          queueMap.where() + " serves the protected " + map.where() + " and knows customers again",
          "remove sticky, or give the line a queue of its own");
    }
    for (LinePlan other : others) {
      if (other.queue().equals(line.queue())
          && !other.protectedLine()
          && other.priority() >= line.priority()) {
        problems.warning(
            map.spotOf("priority"),
            "the protected "
                + map.where()
                + " waits behind line "
                + other.id()
                + " in queue "
                + line.queue(),
            "give it a priority above " + other.priority());
      }
    }
  }

  private void checkSomebodyCanServe(
      LinePlan line, MapReader map, QueuePlan queue, List<AgentPlan> agents) {
    boolean served = !Coverage.agents(line, queue, agents).isEmpty();
    if (!served) {
      String what = queue.requirement().and(line.requirement()).toString();
      problems.warning(
          map.spot(),
          "no configured agent can serve " + map.where(),
          "give an agent the queue "
              + queue.id()
              + (what.isEmpty() ? "" : " and skills that meet: " + what));
    }
  }
}
