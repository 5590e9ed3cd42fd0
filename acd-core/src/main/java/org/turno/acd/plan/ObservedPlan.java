package org.turno.acd.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PBX whose own queues Turno looks at and never touches.
 *
 * @param pbx which
 * @param kind what distributes calls there
 * @param queues which of its queues; empty for all
 */
public record ObservedPlan(PbxId pbx, Kind kind, List<ObservedQueuePlan> queues) {
  /** What distributes calls on the PBX. */
  public enum Kind {
    /** Asterisk's {@code Queue()}. */
    APP_QUEUE,
    /** FreeSWITCH's {@code callcenter}. */
    CALLCENTER
  }

  /** Copies the list and rejects queues that repeat. */
  public ObservedPlan {
    queues = List.copyOf(queues);
    FloorPlanRules.unique(
        "observed queue of PBX " + pbx, queues.stream().map(ObservedQueuePlan::queue).toList());
  }

  /** Whether a queue of that PBX is looked at, by its name there. */
  public boolean watches(String queue) {
    return queues.isEmpty() || queue(queue) != null;
  }

  /** What is configured of a queue, by its name on the PBX; null for nothing. */
  public @Nullable ObservedQueuePlan queue(String name) {
    for (ObservedQueuePlan queue : queues) {
      if (queue.queue().equals(name)) {
        return queue;
      }
    }
    return null;
  }

  /**
   * What Turno calls an observed queue. No configured queue can be called so: their names have no
   * {@code @}, so a queue and the one that takes its place can be looked at side by side.
   */
  public static QueueId queueId(PbxId pbx, String queue) {
    return new QueueId(queue + "@" + pbx);
  }

  /** What Turno calls an agent of whom only the PBX knows. */
  public static AgentId agentId(PbxId pbx, String agent) {
    return new AgentId(agent + "@" + pbx);
  }
}
