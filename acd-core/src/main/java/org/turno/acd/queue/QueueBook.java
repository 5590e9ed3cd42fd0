package org.turno.acd.queue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/**
 * The queues in force and how many contacts each holds. Changed only while an event is applied, by
 * one thread.
 */
public final class QueueBook {
  private static final class Page {
    private @Nullable QueuePlan plan;
    private int length;
  }

  private final Map<QueueId, Page> pages = new LinkedHashMap<>();
  private List<QueuePlan> watched = List.of();

  /** A changed configuration; contacts of queues that are gone stay counted until they leave. */
  public void planned(Iterable<QueuePlan> queues) {
    pages.values().forEach(page -> page.plan = null);
    watched = new ArrayList<>();
    for (QueuePlan queue : queues) {
      pages.computeIfAbsent(queue.id(), id -> new Page()).plan = queue;
      if (queue.admission().empty().watches()) {
        watched.add(queue);
      }
    }
    pages.values().removeIf(page -> page.plan == null && page.length == 0);
  }

  /** Those that look at who is there while contacts wait, in the order of the configuration. */
  public List<QueuePlan> watched() {
    return watched;
  }

  /** A contact begins to wait. */
  public void entered(QueueId queue) {
    Page page = pages.get(queue);
    if (page == null) {
      page = new Page();
      pages.put(queue, page);
    }
    page.length++;
  }

  /** A contact waits there no longer: it is answered, gone or elsewhere. */
  public void left(QueueId queue) {
    Page page = pages.get(queue);
    if (page != null && page.length > 0) {
      page.length--;
    }
  }

  /** The policies of a queue; null when it is not, or no longer, configured. */
  public @Nullable QueuePlan plan(QueueId queue) {
    Page page = pages.get(queue);
    return page == null ? null : page.plan;
  }

  /** Contacts that wait or are being offered. */
  public int length(QueueId queue) {
    Page page = pages.get(queue);
    return page == null ? 0 : page.length;
  }

  /** Whether one contact more would be too many. */
  public boolean full(QueuePlan queue) {
    return queue.admission().maxLength() > 0 && length(queue.id()) >= queue.admission().maxLength();
  }

  /** The lengths of those that are not empty, by id. */
  @Override
  public String toString() {
    Map<QueueId, Integer> lengths = new TreeMap<>();
    pages.forEach(
        (queue, page) -> {
          if (page.length > 0) {
            lengths.put(queue, page.length);
          }
        });
    return lengths.toString();
  }
}
