package org.turno.pbx.sim;

import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent.Announced;
import org.turno.acd.event.ContactEvent.Announced.Rise;
import org.turno.acd.event.ContactEvent.Announced.What;
import org.turno.acd.plan.AnnouncementPolicy;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/** What a caller was told, and what must hold each time. */
final class ModelTold {
  private long lastMs;
  private long placeMs;
  private long messageMs;
  private int position;
  private long estimateMs;
  private @Nullable QueueId queue;

  /** That the caller chose; empty for none. */
  String language = "";

  void apply(FloorModel model, ModelContact contact, Announced e) {
    if (e.what() == What.GREETING) {
      require(lastMs == 0, "is greeted late or twice", e);
      require(contact.arrival.arrivedMs() == model.timeMs, "is greeted late", e);
      require(contact.inQueue(), "is greeted outside a queue", e);
    } else {
      require(contact.stage == ModelContact.Stage.WAITING, "is told something at a bad time", e);
      require(contact.callback == null, "is told something in absence", e);
      require(model.linked(contact.arrival.pbx()), "is told something without a PBX", e);
      require(e.queue().equals(contact.queue), "is told of another queue", e);
      timely(model, contact, e);
    }
    lastMs = model.timeMs;
  }

  private void timely(FloorModel model, ModelContact contact, Announced e) {
    QueuePlan plan = model.queue(e.queue());
    if (plan == null) {
      throw new InvariantBroken("AnnouncementsAreTimely", "its queue is gone: " + e);
    }
    AnnouncementPolicy policy = plan.announcements();
    require(lastMs == 0 || model.timeMs - lastMs >= policy.gapMs(), "comes too soon", e);
    if (e.what() == What.MESSAGE) {
      long sinceMs = messageMs == 0 ? contact.queuedMs : messageMs;
      long dueMs = messageMs == 0 ? policy.messages().firstMs() : policy.messages().everyMs();
      require(model.timeMs - sinceMs >= dueMs, "a message too soon", e);
      messageMs = model.timeMs;
    } else {
      place(model, contact, policy, e);
    }
  }

  private void place(
      FloorModel model, ModelContact contact, AnnouncementPolicy policy, Announced e) {
    boolean again = e.queue().equals(queue);
    int now = position(model, contact);
    require(e.position() == now, "is told a wrong place, it is " + now, e);
    if (again) {
      boolean every = policy.everyMs() > 0 && model.timeMs - placeMs >= policy.everyMs();
      require(every || (policy.onChange() && now != position), "is told the place too soon", e);
    } else {
      require(model.timeMs - contact.queuedMs >= policy.firstMs(), "is told too soon", e);
    }
    boolean rises = estimateMs > 0 && e.estimateMs() > estimateMs;
    require(rises == (e.rise() != Rise.NONE), "is told more or less than the reason says", e);
    require(
        policy.estimate() == AnnouncementPolicy.Estimate.ALWAYS
            || (policy.estimate() == AnnouncementPolicy.Estimate.ONCE && !again)
            || e.estimateMs() == 0,
        "is told an estimate that the queue does not tell",
        e);
    queue = e.queue();
    placeMs = model.timeMs;
    position = now;
    estimateMs = e.estimateMs() > 0 ? e.estimateMs() : estimateMs;
  }

  /** Counted one by one: those of its queue that wait and go before it. */
  private static int position(FloorModel model, ModelContact contact) {
    var order = ReferenceRouter.order(model);
    return 1
        + (int)
            model.contacts.values().stream()
                .filter(c -> c != contact && c.offerable())
                .filter(c -> c.queue != null && c.queue.equals(contact.queue))
                .filter(c -> order.compare(c, contact) < 0)
                .count();
  }

  private static void require(boolean holds, String what, Announced e) {
    if (!holds) {
      throw new InvariantBroken("AnnouncementsAreTimely", e.contact() + " " + what + ": " + e);
    }
  }
}
