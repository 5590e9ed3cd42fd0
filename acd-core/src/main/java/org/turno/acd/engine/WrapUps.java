package org.turno.acd.engine;

import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.event.TimerId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.WrapUpPolicy;

/** What agents may do about their wrap-up: end it, not too soon, or have it last longer. */
final class WrapUps {
  private WrapUps() {}

  static void end(Decision d, Agent agent) {
    WrapUpPolicy policy = policy(d, agent);
    long soonestMs = agent.wrapUp().sinceMs() + (policy == null ? 0 : policy.minimumMs());
    if (agent.activity() != Agent.Activity.WRAP_UP) {
      d.ignore(IgnoreReason.NOT_NOW, agent.id() + " is not in wrap-up");
    } else if (d.timeMs < soonestMs) {
      d.ignore(
          IgnoreReason.NOT_NOW,
          "this wrap-up of "
              + agent.id()
              + " is mandatory for "
              + seconds(soonestMs - d.timeMs)
              + " more seconds");
    } else {
      AgentWork.wrapUpEnded(d, agent, false);
    }
  }

  static void extend(Decision d, Agent agent) {
    WrapUpPolicy policy = policy(d, agent);
    Timers.Timer limit = d.state.timers().get(TimerId.Kind.WRAP_UP, agent.id().value());
    if (agent.activity() != Agent.Activity.WRAP_UP) {
      d.ignore(IgnoreReason.NOT_NOW, agent.id() + " is not in wrap-up");
    } else if (limit == null) {
      d.ignore(
          IgnoreReason.NOT_NOW, "this wrap-up of " + agent.id() + " has no limit: take your time");
    } else if (policy == null || agent.wrapUp().extensions() >= policy.extensions()) {
      d.ignore(
          IgnoreReason.NOT_NOW,
          "this wrap-up of "
              + agent.id()
              + " was extended as often as it may be: take a pause if you need more time");
    } else {
      long untilMs = limit.deadlineMs() + policy.extendByMs();
      d.emit(new AgentEvent.WrapUpExtended(agent.id(), untilMs));
      d.setTimer(TimerId.Kind.WRAP_UP, agent.id().value(), untilMs);
    }
  }

  private static long seconds(long ms) {
    return (ms + 999) / 1_000;
  }

  private static @Nullable WrapUpPolicy policy(Decision d, Agent agent) {
    QueueId queue = agent.wrapUp().queue();
    QueuePlan plan = queue == null ? null : d.state.queues().plan(queue);
    return plan == null ? null : agent.plan().wrapUpAfter(plan);
  }
}
