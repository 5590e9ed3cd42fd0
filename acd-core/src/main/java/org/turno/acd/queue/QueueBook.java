package org.turno.acd.queue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/**
 * The queues in force and how many contacts each holds. Changed only while an event is applied, by
 * one thread.
 */
public final class QueueBook {
  private Map<QueueId, QueuePlan> plans = new LinkedHashMap<>();
  private final Map<QueueId, Integer> lengths = new LinkedHashMap<>();

  /** A changed configuration; contacts of queues that are gone stay counted until they leave. */
  public void planned(Iterable<QueuePlan> queues) {
    plans = new LinkedHashMap<>();
    for (QueuePlan queue : queues) {
      plans.put(queue.id(), queue);
    }
  }

  /** A contact begins to wait. */
  public void entered(QueueId queue) {
    lengths.merge(queue, 1, Integer::sum);
  }

  /** A contact waits there no longer: it is answered, gone or elsewhere. */
  public void left(QueueId queue) {
    lengths.computeIfPresent(queue, (q, n) -> n == 1 ? null : n - 1);
  }

  /** The policies of a queue; null when it is not, or no longer, configured. */
  public @Nullable QueuePlan plan(QueueId queue) {
    return plans.get(queue);
  }

  /** Contacts that wait or are being offered. */
  public int length(QueueId queue) {
    return lengths.getOrDefault(queue, 0);
  }

  /** Whether one contact more would be too many. */
  public boolean full(QueuePlan queue) {
    return queue.admission().maxLength() > 0 && length(queue.id()) >= queue.admission().maxLength();
  }

  @Override
  public String toString() {
    return new java.util.TreeMap<>(lengths).toString();
  }
}
