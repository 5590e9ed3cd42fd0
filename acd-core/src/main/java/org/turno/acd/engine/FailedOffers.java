package org.turno.acd.engine;

import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.event.OfferEvent.Why;
import org.turno.acd.plan.OfferPolicy;
import org.turno.acd.plan.PauseReason;
import org.turno.acd.plan.QueuePlan;

/** What an offer that failed means for its agent: a rest, and a pause after too many in a row. */
final class FailedOffers {
  private FailedOffers() {}

  /** The agent, whose failed offer has just been counted, is left alone for a while or paused. */
  static void consequences(Decision d, Agent agent, @Nullable QueuePlan queue, Why why) {
    if (why.agentRests() && agent.isSignedIn()) {
      Offers.rest(d, agent, queue == null ? 0 : delayMs(queue.offers(), why));
    }
    String reason = queue == null ? null : pause(queue.offers(), agent, why);
    if (reason != null && agent.pauseReason() == null) {
      Pauses.begin(d, agent, reason, true);
    }
  }

  /** Whether it counts among the offers left unanswered. */
  static boolean missed(@Nullable QueuePlan queue, Why why) {
    return why == Why.NO_ANSWER
        || (why == Why.REJECTED && queue != null && queue.offers().rejectionIsMiss());
  }

  private static long delayMs(OfferPolicy policy, Why why) {
    return switch (why) {
      case NO_ANSWER -> policy.delays().noAnswerMs();
      case REJECTED -> policy.delays().rejectedMs();
      case BUSY -> policy.delays().busyMs();
      case UNREACHABLE -> policy.delays().unreachableMs();
      case CALLER_GONE, WITHDRAWN, ANSWERED_ELSEWHERE, TAKEN_OVER, LOST -> 0;
    };
  }

  private static @Nullable String pause(OfferPolicy policy, Agent agent, Why why) {
    boolean counts = why == Why.NO_ANSWER || (why == Why.REJECTED && policy.rejectionIsMiss());
    if (counts && reached(agent.refusals().misses(), policy.missesBeforePause())) {
      return PauseReason.NO_ANSWER;
    }
    boolean tooOften = reached(agent.refusals().rejections(), policy.rejectionsBeforePause());
    return why == Why.REJECTED && tooOften ? PauseReason.REJECTED : null;
  }

  private static boolean reached(int count, int limit) {
    return limit > 0 && count >= limit;
  }
}
