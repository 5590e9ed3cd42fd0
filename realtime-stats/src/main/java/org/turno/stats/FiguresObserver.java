package org.turno.stats;

import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.ContactEvent.OverflowReason;
import org.turno.acd.event.PbxEvent.Divergence;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.plan.QueueId;

/** Told of each thing that is counted, on the thread that applies entries; for metrics. */
public interface FiguresObserver {
  /** A contact entered a queue. */
  void offered(QueueId queue);

  /** A contact of the queue was answered. */
  void answered(QueueId queue, long waitMs);

  /** A contact left the queue unanswered. An overflow into another queue is OVERFLOWED too. */
  void endedUnanswered(QueueId queue, Outcome outcome, long waitMs);

  /** A contact of the queue went elsewhere, or did not come in. */
  void overflowed(QueueId queue, OverflowReason why);

  /** An input changed nothing. */
  void ignored(IgnoreReason reason);

  /** A PBX's inventory differed from what Turno believed. */
  void reconciled(Divergence kind);

  /** A pause is over; the label is the reason, or {@code other} for agents' own words. */
  void paused(String reasonLabel, boolean paid, long lengthMs);

  /** A contact of the queue was hard. */
  void hardContact(QueueId queue);

  /** A pause lasted longer than its reason allows. */
  void pauseOverran(String reasonLabel);

  /** A contact of the queue is to be called back, or is being. */
  void callback(QueueId queue, ContactEvent.Callback event);

  /** A caller was told something; why more than before. */
  void announced(ContactEvent.Announced.What what, ContactEvent.Announced.Rise rise);

  /** Watches nothing. */
  FiguresObserver NONE =
      new FiguresObserver() {
        @Override
        public void offered(QueueId queue) {}

        @Override
        public void answered(QueueId queue, long waitMs) {}

        @Override
        public void endedUnanswered(QueueId queue, Outcome outcome, long waitMs) {}

        @Override
        public void overflowed(QueueId queue, OverflowReason why) {}

        @Override
        public void ignored(IgnoreReason reason) {}

        @Override
        public void reconciled(Divergence kind) {}

        @Override
        public void paused(String reasonLabel, boolean paid, long lengthMs) {}

        @Override
        public void hardContact(QueueId queue) {}

        @Override
        public void callback(QueueId queue, ContactEvent.Callback event) {}

        @Override
        public void announced(ContactEvent.Announced.What what, ContactEvent.Announced.Rise rise) {}

        @Override
        public void pauseOverran(String reasonLabel) {}
      };
}
