package org.turno.acd.estimate;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.QueueId;

/** What was learnt of the queues by one moment, as estimates use it: a copy. */
final class Known {
  private static final double MINUTE_MS = 60_000;

  /** Length of a conversation where nothing is known yet. */
  private static final double USUAL_TALK_MS = 3 * MINUTE_MS;

  static final double USUAL_WRAP_UP_MS = MINUTE_MS / 2;

  /** What is taken for known of patience before it shows: one abandon in so long a wait. */
  private static final double USUAL_PATIENCE_MS = 5 * MINUTE_MS;

  /** Fewer conversations than these tell nothing. */
  private static final int ENOUGH = 10;

  private static final Lessons NOTHING = new Lessons();

  private final Map<QueueId, Lessons> lessons = new TreeMap<>();
  private final Map<QueueId, LengthCurve> talks = new TreeMap<>();
  private final Map<QueueId, LengthCurve> wrapUps = new TreeMap<>();
  private final LengthCurve anyTalk;
  private final double floorTalkMs;
  private final double talked;

  Known(EstimateBook book) {
    double lengths = 0;
    double sumMs = 0;
    for (Map.Entry<QueueId, Lessons> known : book.all().entrySet()) {
      Lessons copy = known.getValue().copy();
      lessons.put(known.getKey(), copy);
      lengths += copy.talk.lengths();
      sumMs += copy.talk.sumMs();
    }
    talked = lengths;
    floorTalkMs = talked > 0 ? Math.max(1_000, sumMs / talked) : USUAL_TALK_MS;
    anyTalk = new LengthCurve(NOTHING.talk, floorTalkMs);
  }

  /** Whether enough conversations were seen on this floor to say anything. */
  boolean enough() {
    return talked >= ENOUGH;
  }

  /** The queues of which anything is known. */
  Iterable<QueueId> queues() {
    return lessons.keySet();
  }

  Lessons of(QueueId queue) {
    return lessons.getOrDefault(queue, NOTHING);
  }

  /** How long conversations take; of a queue that nobody knows, as long as any. */
  LengthCurve talk(@Nullable QueueId queue) {
    return queue == null
        ? anyTalk
        : talks.computeIfAbsent(queue, q -> new LengthCurve(of(q).talk, floorTalkMs));
  }

  LengthCurve wrapUp(QueueId queue) {
    return wrapUps.computeIfAbsent(queue, q -> new LengthCurve(of(q).wrapUp, USUAL_WRAP_UP_MS));
  }

  /** Mean wrap-up of a conversation, milliseconds. */
  double afterTalkMs(@Nullable QueueId queue) {
    return queue == null ? 0 : of(queue).wrapUpPerTalk.mean();
  }

  /** Mean time from an offer to an answer, milliseconds. */
  double ringMs(QueueId queue) {
    return of(queue).ring.mean();
  }

  /** How often one of a queue's callers gives up. */
  double givingUpPerMs(QueueId queue) {
    Share waited = of(queue).waitedPerAbandon;
    return (waited.count() + 1) / (waited.sum() + USUAL_PATIENCE_MS);
  }
}
