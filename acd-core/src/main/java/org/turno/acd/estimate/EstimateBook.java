package org.turno.acd.estimate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.WaitEstimate;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/**
 * What estimates rest on: by queue, how long conversations, wrap-ups and rings take, how long
 * callers are patient, how many come, and how well earlier estimates held. Part of the core's state
 * and not of its statistics; nothing in it decides who is offered what. Changed only while an event
 * is applied, by one thread.
 */
public final class EstimateBook {
  /** Of a queue no more estimates than one in so long are checked against what comes. */
  static final long SAMPLE_EVERY_MS = 10_000;

  private record Sample(QueueId queue, long madeMs, WaitEstimate estimate) {}

  private final Map<QueueId, Lessons> lessons = new LinkedHashMap<>();
  private final Map<ContactId, Sample> samples = new LinkedHashMap<>();

  /** A changed configuration: what was learnt of queues that are gone is forgotten. */
  public void planned(Iterable<QueuePlan> queues) {
    Map<QueueId, Lessons> kept = new LinkedHashMap<>();
    for (QueuePlan queue : queues) {
      Lessons known = lessons.get(queue.id());
      if (known != null) {
        kept.put(queue.id(), known);
      }
    }
    lessons.clear();
    lessons.putAll(kept);
  }

  /** A contact came into a queue. */
  public void arrived(QueueId queue, int priority, long timeMs) {
    of(queue).arrivals.add(priority, timeMs);
  }

  /**
   * An agent was asked for so long.
   *
   * @param answered whether the agent answered then
   */
  public void rang(QueueId queue, long lengthMs, boolean answered) {
    of(queue).ring.add(lengthMs, answered ? 1 : 0);
  }

  /** A conversation is over. */
  public void talked(QueueId queue, long lengthMs) {
    Lessons lesson = of(queue);
    lesson.talk.add(lengthMs);
    lesson.wrapUpPerTalk.add(0, 1);
  }

  /** A wrap-up is over. */
  public void wrappedUp(QueueId queue, long lengthMs) {
    Lessons lesson = of(queue);
    lesson.wrapUp.add(lengthMs);
    lesson.wrapUpPerTalk.add(lengthMs, 0);
  }

  /** An estimate was made that is to be checked. */
  public void sampled(ContactId contact, QueueId queue, WaitEstimate estimate, long timeMs) {
    of(queue).sampled(timeMs);
    samples.put(contact, new Sample(queue, timeMs, estimate));
  }

  /** Whether an estimate for the queue may be checked again. */
  public boolean maySample(QueueId queue, long timeMs) {
    Lessons known = lessons.get(queue);
    return known == null || timeMs - known.sampledMs() >= SAMPLE_EVERY_MS;
  }

  /** A wait is over: an agent answered after so long. */
  public void answered(ContactId contact, QueueId queue, long waitedMs, long timeMs) {
    of(queue).waitedPerAbandon.add(waitedMs, 0);
    Sample sample = samples.remove(contact);
    if (sample != null && sample.queue.equals(queue)) {
      of(queue).came(sample.estimate, timeMs - sample.madeMs);
    }
  }

  /** A contact left its queue unanswered after so long. */
  public void left(
      ContactId contact, QueueId queue, long waitedMs, boolean abandoned, long timeMs) {
    of(queue).waitedPerAbandon.add(waitedMs, abandoned ? 1 : 0);
    Sample sample = samples.remove(contact);
    // who leaves later than expected at most tells something; who leaves earlier does not
    if (sample != null
        && sample.queue.equals(queue)
        && timeMs - sample.madeMs > sample.estimate.highMs()) {
      of(queue).came(sample.estimate, timeMs - sample.madeMs);
    }
  }

  /** What was learnt of a queue; null for nothing. */
  @Nullable Lessons find(QueueId queue) {
    return lessons.get(queue);
  }

  /** All that was learnt, by queue: a copy. */
  Map<QueueId, Lessons> all() {
    return new TreeMap<>(lessons);
  }

  private Lessons of(QueueId queue) {
    return lessons.computeIfAbsent(queue, q -> new Lessons());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    all().forEach((q, l) -> text.append("learnt ").append(q).append(' ').append(l).append('\n'));
    return text.append("samples ").append(samples).toString();
  }
}
