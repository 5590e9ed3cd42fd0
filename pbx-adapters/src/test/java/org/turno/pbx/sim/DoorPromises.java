package org.turno.pbx.sim;

import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.KeyAction;
import org.turno.acd.plan.QueuePlan;

/** What is promised of the ways into queues and out of them. */
final class DoorPromises {
  private final FloorModel model;

  DoorPromises(FloorModel model) {
    this.model = model;
  }

  /** Nobody leaves but for a reason that holds. */
  void before(ContactEvent.Overflowed e, Input input) {
    ModelContact contact = model.contacts.get(e.contact());
    switch (e.why()) {
      case EXIT_KEY -> {
        boolean pressed =
            contact != null
                && input instanceof PbxInput.KeyPressed key
                && key.leg().equals(contact.arrival.leg())
                && leave(contact, key) != null
                && e.to().equals(leave(contact, key));
        Promises.promise(pressed, "leaves by a key that was not pressed", e);
      }
      case QUEUE_FULL, MAX_WAIT, WITHDRAWN -> {}
    }
  }

  /** A key that leads somewhere leads there. */
  void after(Entry entry) {
    if (!(entry.input() instanceof PbxInput.KeyPressed key)) {
      return;
    }
    boolean ignored = entry.events().stream().anyMatch(e -> e instanceof SystemEvent.InputIgnored);
    for (ModelContact contact : model.contacts.values()) {
      if (ignored && contact.inQueue() && contact.arrival.leg().equals(key.leg())) {
        Destination to = leave(contact, key);
        boolean stays = to instanceof Destination.ToQueue q && q.queue().equals(contact.queue);
        Promises.promise(to == null || stays, "pressed a key in vain", contact);
      }
    }
  }

  private @Nullable Destination leave(ModelContact contact, PbxInput.KeyPressed key) {
    QueuePlan queue = contact.queue == null ? null : model.queue(contact.queue);
    return queue != null && queue.keys().get(key.key()) instanceof KeyAction.Leave leave
        ? leave.to()
        : null;
  }
}
