package org.turno.pbx.sim;

import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.plan.CallbackPolicy;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.QueuePlan;

/** A callback as its events tell, and what is promised of it. */
final class ModelCallback {
  private final long placeMs;
  private final long placeTie;
  private final long sinceMs;
  private int attempts;
  private long untilMs;
  boolean held;
  boolean calling;

  /** A supervisor gave it another place. */
  boolean moved;

  private ModelCallback(ModelContact contact, long sinceMs) {
    this.sinceMs = sinceMs;
    placeMs = contact.placeMs;
    placeTie = contact.placeTie;
  }

  static void apply(FloorModel model, ModelContact contact, ContactEvent.Callback event) {
    if (event instanceof ContactEvent.Callback.Granted) {
      FloorModel.require(contact.callback == null, "CallbackKeepsPlace", "granted twice", event);
      FloorModel.require(
          allowed(model, contact) != null, "CallbackKeepsPlace", "is not allowed", event);
      FloorModel.require(
          contact.stage == ModelContact.Stage.WAITING, "OneOffer", "is being offered", event);
      contact.callback = new ModelCallback(contact, model.timeMs);
      return;
    }
    ModelCallback callback = contact.callback;
    if (callback == null) {
      throw new InvariantBroken("CallbackKeepsPlace", "nobody asked for it: " + event);
    }
    callback.change(model, contact, event);
  }

  private void change(FloorModel model, ModelContact contact, ContactEvent.Callback event) {
    switch (event) {
      case ContactEvent.Callback.Granted e -> {}
      case ContactEvent.Callback.Held e -> held = true;
      case ContactEvent.Callback.Due e -> held = false;
      case ContactEvent.Callback.Dialled e -> {
        CallbackPolicy policy = allowed(model, contact);
        attempts++;
        FloorModel.require(!calling, "OneDial", "is called twice at once", e);
        FloorModel.require(
            contact.stage == ModelContact.Stage.CONNECTING, "OneDial", "nobody to talk to", e);
        FloorModel.require(
            policy != null && attempts <= policy.attempts(), "CalledSeldom", "too often", e);
        FloorModel.require(mayCall(model, contact), "CalledSeldom", "not now", e);
        FloorModel.require(!expired(model, policy), "CalledSeldom", "too late", e);
        FloorModel.require(e.attempt() == attempts, "CalledSeldom", "is attempt " + attempts, e);
        calling = true;
        contact.leg = e.leg();
      }
      case ContactEvent.Callback.CallerAnswered e -> {
        FloorModel.require(calling, "OneDial", "answers what was not dialled", e);
        contact.callback = null;
      }
      case ContactEvent.Callback.Missed e -> {
        FloorModel.require(calling, "OneDial", "misses what was not dialled", e);
        calling = false;
        untilMs = e.untilMs();
        contact.stage = ModelContact.Stage.WAITING;
        contact.agent = null;
        model.idle(e.agent());
      }
    }
  }

  private boolean expired(FloorModel model, @Nullable CallbackPolicy policy) {
    return policy != null && policy.expiresMs() > 0 && model.timeMs >= sinceMs + policy.expiresMs();
  }

  private boolean mayCall(FloorModel model, ModelContact contact) {
    return model.timeMs >= untilMs
        && contact.queue != null
        && model.doors.isOpen(Door.ofCallbacks(contact.queue));
  }

  /** When a decision is over, and nothing else is due. */
  void check(FloorModel model, ModelContact contact) {
    boolean kept = contact.placeMs == placeMs && contact.placeTie == placeTie;
    FloorModel.require(kept || moved, "CallbackKeepsPlace", "lost its place", contact);
    if (contact.inQueue()) {
      FloorModel.require(
          allowed(model, contact) != null, "CallbackKeepsPlace", "is not allowed", contact);
      FloorModel.require(
          held != mayCall(model, contact), "CallbackKeepsPlace", "is held or not", contact);
    }
  }

  private static @Nullable CallbackPolicy allowed(FloorModel model, ModelContact contact) {
    boolean line =
        model.plan.lines().stream()
            .anyMatch(
                l -> l.id().equals(contact.arrival.line()) && l.callback() && !l.protectedLine());
    QueuePlan queue = contact.queue == null ? null : model.queue(contact.queue);
    return line && queue != null ? queue.callback() : null;
  }
}
