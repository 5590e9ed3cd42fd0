package org.turno.acd.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.contact.Contact;
import org.turno.acd.event.QueueEvent;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.event.TimerId;
import org.turno.acd.input.DoorInput;
import org.turno.acd.plan.CallbackPolicy;
import org.turno.acd.plan.ClosedPolicy;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/** Lines and queues open and close. */
final class Doors {
  private Doors() {}

  static void handle(Decision d, DoorInput input) {
    Door door = input.door();
    ClosedPolicy policy = policy(d, door);
    if (policy == null) {
      d.ignore(IgnoreReason.UNKNOWN, door + " is not configured");
      return;
    }
    boolean before = d.state.doors.isOpen(door);
    switch (input) {
      case DoorInput.Scheduled wish -> scheduled(d, wish, policy);
      case DoorInput.Forced wish -> forced(d, wish, policy);
      case DoorInput.Released wish -> released(d, wish);
    }
    if (before && !d.state.doors.isOpen(door)) {
      sendWaiting(d, door, policy);
    }
    callbacks(d, door);
  }

  private static void callbacks(Decision d, Door door) {
    if (door.kind() == Door.Kind.CALLBACKS) {
      Callbacks.reviewAll(d);
    }
  }

  private static @Nullable ClosedPolicy policy(Decision d, Door door) {
    return switch (door.kind()) {
      case LINE -> {
        LinePlan line = d.state.line(new LineId(door.name()));
        yield line == null ? null : line.closed();
      }
      case QUEUE -> {
        QueuePlan queue = d.state.queues().plan(new QueueId(door.name()));
        yield queue == null ? null : queue.closed();
      }
      case CALLBACKS -> {
        QueuePlan queue = d.state.queues().plan(new QueueId(door.name()));
        CallbackPolicy callback = queue == null ? null : queue.callback();
        yield callback == null
            ? null
            : new ClosedPolicy(
                callback.hours(), new Destination.ToQueue(new QueueId(door.name())), false);
      }
    };
  }

  private static void scheduled(Decision d, DoorInput.Scheduled wish, ClosedPolicy policy) {
    QueueEvent.Scheduled event = new QueueEvent.Scheduled(wish.door(), wish.open(), wish.nextMs());
    if (!policy.hours()) {
      d.ignore(IgnoreReason.UNKNOWN, wish.door() + " has no opening hours");
    } else if (event.equals(d.state.doors.of(wish.door()).hours())) {
      d.ignore(IgnoreReason.NO_CHANGE, wish.door() + " has these hours already");
    } else {
      d.emit(event);
    }
  }

  private static void forced(Decision d, DoorInput.Forced wish, ClosedPolicy policy) {
    Door door = wish.door();
    if (!wish.open() && policy.to() == null) {
      d.ignore(
          IgnoreReason.NOT_NOW,
          door + " cannot be closed: its configuration does not say where callers go (closed)");
    } else if (wish.untilMs() != 0 && wish.untilMs() <= d.timeMs) {
      d.ignore(IgnoreReason.NOT_NOW, "that time is over already");
    } else {
      d.emit(new QueueEvent.Forced(door, wish.open(), wish.by(), wish.why(), wish.untilMs()));
      if (wish.untilMs() == 0) {
        d.cancelTimer(TimerId.Kind.DOOR, door.toString());
      } else {
        d.setTimer(TimerId.Kind.DOOR, door.toString(), wish.untilMs());
      }
    }
  }

  private static void released(Decision d, DoorInput.Released wish) {
    if (d.state.doors.of(wish.door()).forced() == null) {
      d.ignore(IgnoreReason.NO_CHANGE, wish.door() + " goes by its hours already");
    } else {
      d.cancelTimer(TimerId.Kind.DOOR, wish.door().toString());
      d.emit(new QueueEvent.Released(wish.door(), wish.by()));
    }
  }

  /** What a supervisor opened or closed for a while goes by its hours again. */
  static void due(Decision d, String subject) {
    for (DoorBook.State state : d.state.doors.all()) {
      if (state.forced() != null && state.door().toString().equals(subject)) {
        Door door = state.door();
        boolean before = d.state.doors.isOpen(door);
        d.emit(new QueueEvent.Released(door, ""));
        ClosedPolicy policy = policy(d, door);
        if (policy != null && before && !d.state.doors.isOpen(door)) {
          sendWaiting(d, door, policy);
        }
        callbacks(d, door);
      }
    }
  }

  private static void sendWaiting(Decision d, Door door, ClosedPolicy policy) {
    if (!policy.sendsWaiting()) {
      return;
    }
    for (Contact contact : List.copyOf(d.state.contacts())) {
      QueueId queue = contact.queue();
      boolean concerned =
          door.equals(Door.of(contact.asLine())) || (queue != null && door.equals(Door.of(queue)));
      if (concerned) {
        Admission.due(d, contact);
      }
    }
  }
}
