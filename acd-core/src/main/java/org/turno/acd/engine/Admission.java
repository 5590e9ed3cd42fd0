package org.turno.acd.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.contact.Contact;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.ContactEvent.OverflowReason;
import org.turno.acd.event.Event;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.QueueEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.event.TimerEvent;
import org.turno.acd.event.TimerId;
import org.turno.acd.plan.Absence;
import org.turno.acd.plan.AdmissionPolicy;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.EmptyPolicy;
import org.turno.acd.plan.Limit;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/** Whom a queue takes in, and who may stay. */
final class Admission {
  /** Where a contact goes instead, and why. */
  record Exit(Destination to, OverflowReason why) {}

  private Admission() {}

  /** Why a contact does not come in; null when it does. */
  static @Nullable Exit atTheDoor(Decision d, Contact contact, QueuePlan queue) {
    AdmissionPolicy admission = queue.admission();
    List<Absence> join = admission.empty().join();
    Exit exit = closed(d, contact, Door.of(queue.id()), queue.closed().to());
    if (exit == null && join != null && Emptiness.nobodyFor(d, contact, queue, join)) {
      exit = by(d, contact, queue, Limit.JOIN_EMPTY);
    }
    boolean other = !queue.id().equals(contact.queue());
    if (exit == null && other && d.state.queues().full(queue)) {
      exit = by(d, contact, queue, Limit.MAX_LENGTH);
    }
    return exit;
  }

  /** Why a contact that waits must go; null when it may stay. */
  static @Nullable Exit inside(Decision d, Contact contact, QueuePlan queue) {
    Exit exit = null;
    if (queue.closed().sendsWaiting()) {
      exit = closed(d, contact, Door.of(queue.id()), queue.closed().to());
    }
    LinePlan line = d.state.line(contact.asLine());
    if (exit == null && line != null && sendsFrom(line, queue.id())) {
      exit = closed(d, contact, Door.of(line.id()), line.closed().to());
    }
    if (exit == null
        && queue.admission().maxWaitMs() > 0
        && d.timeMs >= maxWaitMs(contact, queue)) {
      exit = by(d, contact, queue, Limit.MAX_WAIT);
    }
    Long noAgentMs = noAgentMs(d, contact, queue);
    if (exit == null && noAgentMs != null && d.timeMs >= noAgentMs) {
      exit = by(d, contact, queue, Limit.NO_AGENT);
    }
    return exit;
  }

  /** Whom a closed line sent on, or its queue, waits where it waits. */
  private static boolean sendsFrom(LinePlan line, QueueId queue) {
    return line.closed().sendsWaiting()
        && line.queue().equals(queue)
        && !new Destination.ToQueue(queue).equals(line.closed().to());
  }

  /** The way that a closed door leaves; null when it is open, or leaves none. */
  static @Nullable Exit closed(Decision d, Contact contact, Door door, @Nullable Destination to) {
    return to != null && !d.state.doors.isOpen(door) && mayGo(d, contact, to)
        ? new Exit(to, OverflowReason.CLOSED)
        : null;
  }

  private static @Nullable Exit by(Decision d, Contact contact, QueuePlan queue, Limit limit) {
    Destination to = queue.admission().way(limit);
    return to != null && mayGo(d, contact, to) ? new Exit(to, why(limit)) : null;
  }

  /**
   * A contact of a protected line is never sent to where its call would be ended; one that waits to
   * be called back has no call to send anywhere, and nobody hears how long it takes.
   */
  static boolean mayGo(Decision d, Contact contact, Destination to) {
    LinePlan dialled = d.state.line(contact.line());
    return contact.callback() == null
        && (!(to instanceof Destination.ToAnnouncement)
            || (dialled != null && !dialled.protectedLine()));
  }

  private static OverflowReason why(Limit limit) {
    return switch (limit) {
      case MAX_LENGTH -> OverflowReason.QUEUE_FULL;
      case MAX_WAIT -> OverflowReason.MAX_WAIT;
      case JOIN_EMPTY -> OverflowReason.JOIN_EMPTY;
      case LEAVE_EMPTY -> OverflowReason.LEAVE_EMPTY;
      case NO_AGENT -> OverflowReason.NO_AGENT;
    };
  }

  /** Until when a contact waits at most, whoever is there. */
  private static long maxWaitMs(Contact contact, QueuePlan queue) {
    return contact.queuedMs() + queue.admission().maxWaitMs();
  }

  /** Until when a contact waits at most as nobody is there; null while that does not matter. */
  private static @Nullable Long noAgentMs(Decision d, Contact contact, QueuePlan queue) {
    EmptyPolicy empty = queue.admission().empty();
    Long sinceMs =
        empty.maxWaitMs() == 0 || contact.callback() != null
            ? null
            : d.state.deserted.get(queue.id());
    return sinceMs == null
        ? null
        : Math.max(sinceMs + empty.maxWaitMs(), contact.queuedMs() + empty.newcomersMs());
  }

  /** Has the timers of a contact that waits go off when its queue says. */
  static void setTimers(Decision d, Contact contact, QueuePlan queue) {
    boolean limited = queue.admission().maxWaitMs() > 0 && contact.callback() == null;
    setTimer(d, TimerId.Kind.MAX_WAIT, contact, limited ? maxWaitMs(contact, queue) : null);
    setTimer(d, TimerId.Kind.NO_AGENT, contact, noAgentMs(d, contact, queue));
  }

  private static void setTimer(
      Decision d, TimerId.Kind kind, Contact contact, @Nullable Long deadlineMs) {
    String subject = contact.id().value();
    Timers.Timer running = d.state.timers().get(kind, subject);
    if (deadlineMs == null) {
      d.cancelTimer(kind, subject);
    } else if (running == null || running.deadlineMs() != deadlineMs) {
      d.setTimer(kind, subject, deadlineMs);
    }
  }

  /** A contact's time may be over. */
  static void due(Decision d, Contact contact) {
    QueuePlan queue = contact.queue() == null ? null : d.state.queues().plan(contact.queue());
    if (queue != null && contact.waiting() && d.state.link(contact.pbx()).connected) {
      Exit exit = inside(d, contact, queue);
      if (exit != null) {
        Placement.send(d, contact, exit.to(), exit.why());
      }
    }
  }

  /**
   * Agents may have come or gone: contacts that may not wait without any leave.
   *
   * @param seen how many of the decision's events were looked at before
   */
  static void review(Decision d, int seen) {
    if (d.state.queues().watched().isEmpty()
        || d.events().subList(seen, d.events().size()).stream().noneMatch(Admission::concerns)) {
      return;
    }
    for (QueuePlan queue : d.state.queues().watched()) {
      EmptyPolicy empty = queue.admission().empty();
      if (empty.maxWaitMs() > 0) {
        watch(d, queue);
      }
      List<Absence> leave = empty.leave();
      if (leave != null) {
        leaveIfEmpty(d, queue, leave);
      }
    }
  }

  private static boolean concerns(Event event) {
    return switch (event) {
      case TimerEvent e -> false;
      case SystemEvent.InputIgnored e -> false;
      case PbxEvent.EffectSettled e -> false;
      case PbxEvent.LegClosed e -> false;
      case ContactEvent.Estimated e -> false;
      case ContactEvent.Announced e -> false;
      case ContactEvent.LanguageChosen e -> false;
      case Event e -> true;
    };
  }

  private static void watch(Decision d, QueuePlan queue) {
    boolean deserted = Emptiness.deserted(d.state, queue);
    if (deserted == d.state.deserted.containsKey(queue.id())) {
      return;
    }
    d.emit(deserted ? new QueueEvent.Deserted(queue.id()) : new QueueEvent.Staffed(queue.id()));
    for (Contact contact : d.state.router().waitingIn(queue.id())) {
      setTimers(d, contact, queue);
    }
  }

  private static void leaveIfEmpty(Decision d, QueuePlan queue, List<Absence> rule) {
    for (List<Contact> alike : d.state.router().alikeIn(queue.id())) {
      Contact first = alike.getFirst();
      if (d.state.link(first.pbx()).connected && Emptiness.nobodyFor(d, first, queue, rule)) {
        for (Contact contact : alike) {
          Exit exit = by(d, contact, queue, Limit.LEAVE_EMPTY);
          if (exit != null && contact.waiting() && queue.id().equals(contact.queue())) {
            Placement.send(d, contact, exit.to(), exit.why());
          }
        }
      }
    }
  }
}
