package org.turno.acd.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.contact.Contact;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.TimerId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;

/** Which queue a contact waits in, when it must leave it, and how it ends. */
final class Placement {
  private Placement() {}

  /** A contact has dialled a line, or goes on as if it had. */
  static void dialled(Decision d, Contact contact, LinePlan line) {
    Admission.Exit exit = Admission.closed(d, contact, Door.of(line.id()), line.closed().to());
    if (exit == null) {
      place(d, contact, line.queue());
    } else {
      send(d, contact, line.queue(), exit.to(), exit.why());
    }
  }

  /** Puts a contact into a queue, or wherever that queue lets it go instead. */
  static void place(Decision d, Contact contact, QueueId queueId) {
    QueuePlan queue = d.state.queues().plan(queueId);
    Admission.Exit exit = queue == null ? null : Admission.atTheDoor(d, contact, queue);
    if (queue == null) {
      giveBack(d, contact, queueId);
    } else if (exit != null) {
      send(d, contact, queueId, exit.to(), exit.why());
    } else {
      enter(d, contact, queue);
    }
  }

  private static void enter(Decision d, Contact contact, QueuePlan queue) {
    QueueId before = contact.queue();
    d.cancelTimer(TimerId.Kind.MAX_WAIT, contact.id().value());
    d.emit(
        new ContactEvent.Queued(
            contact.id(),
            queue.id(),
            asked(d, contact, queue.requirement()),
            preferred(d, contact, queue.routing().preference())));
    d.entered(contact);
    parkAnew(d, contact, before, queue);
    Admission.setTimers(d, contact, queue);
    Announcing.schedule(d, contact);
    Companions.entered(d, contact, queue);
    Relaxation.advance(d, contact);
  }

  /**
   * A contact waits again, or the configuration changed under it: puts right what does not hold any
   * more. It keeps its age.
   */
  static void resume(Decision d, Contact contact) {
    resume(d, contact, false);
  }

  /**
   * Likewise.
   *
   * @param relaxationChanged whether its queue's steps are others now: it begins them anew
   */
  static void resume(Decision d, Contact contact, boolean relaxationChanged) {
    QueueId queueId = contact.queue();
    LinePlan line = d.state.line(contact.asLine());
    if (!contact.waiting() || queueId == null) {
      return;
    }
    QueuePlan queue = d.state.queues().plan(queueId);
    Admission.Exit exit = queue == null ? null : Admission.inside(d, contact, queue);
    if (line == null) {
      giveBack(d, contact, queueId);
    } else if (queue == null) {
      dialled(d, contact, line);
    } else if (exit != null) {
      send(d, contact, exit.to(), exit.why());
    } else {
      Requirement requirement = asked(d, contact, queue.requirement());
      Requirement preference = preferred(d, contact, queue.routing().preference());
      if (relaxationChanged
          || !requirement.equals(contact.askedAtFirst())
          || !preference.equals(contact.preferredAtFirst())) {
        d.emit(new ContactEvent.Queued(contact.id(), queueId, requirement, preference));
      }
      Admission.setTimers(d, contact, queue);
      Announcing.schedule(d, contact);
      Companions.waitsAgain(d, contact, queue);
      Relaxation.advance(d, contact);
    }
  }

  /** Sends a contact elsewhere that is in a queue. */
  static void send(Decision d, Contact contact, Destination to, ContactEvent.OverflowReason why) {
    send(d, contact, queueOf(d, contact), to, why);
  }

  /** Sends a contact elsewhere from a queue that it is in, or does not come into. */
  private static void send(
      Decision d, Contact contact, QueueId from, Destination to, ContactEvent.OverflowReason why) {
    d.emit(new ContactEvent.Overflowed(contact.id(), from, to, why));
    switch (to) {
      case Destination.ToQueue queue -> place(d, contact, queue.queue());
      case Destination.ToLine other -> {
        LinePlan line = d.state.line(other.line());
        if (line == null) {
          giveBack(d, contact, from);
        } else {
          dialled(d, contact, line);
        }
      }
      case Destination.ToAnnouncement announcement -> turnAway(d, contact, from, announcement);
      case Destination.ToExtension extension -> {
        d.request(
            new Effect.SendToDialplan(
                d.newEffectId(),
                contact.pbx(),
                contact.leg(),
                extension.context(),
                extension.extension()));
        end(d, contact, from, ContactEvent.Outcome.OVERFLOWED);
      }
    }
  }

  /** Whoever has not been kept yet has to be, to hear anything. */
  private static void turnAway(
      Decision d, Contact contact, QueueId from, Destination.ToAnnouncement announcement) {
    QueuePlan queue = d.state.queues().plan(from);
    if (contact.queue() == null) {
      String music = queue == null ? "default" : queue.music();
      d.request(new Effect.Park(d.newEffectId(), contact.pbx(), contact.leg(), music));
    }
    Announcing.say(d, contact, announcement.prompts(), Effect.Announce.After.HANG_UP);
    end(d, contact, from, ContactEvent.Outcome.TURNED_AWAY);
  }

  /** The contact is over. */
  static void end(Decision d, Contact contact, ContactEvent.Outcome outcome) {
    end(d, contact, queueOf(d, contact), outcome);
  }

  /** Its queue; the line's while it has entered none. */
  private static QueueId queueOf(Decision d, Contact contact) {
    QueueId queue = contact.queue();
    if (queue != null) {
      return queue;
    }
    LinePlan line = d.state.line(contact.asLine());
    return line == null ? new QueueId("none") : line.queue();
  }

  private static void end(
      Decision d, Contact contact, QueueId queue, ContactEvent.Outcome outcome) {
    cancelWaiting(d, contact);
    d.cancelTimer(TimerId.Kind.BRIDGE, contact.id().value());
    d.cancelTimer(TimerId.Kind.CALLBACK, contact.id().value());
    d.cancelTimer(TimerId.Kind.CALLBACK_EXPIRY, contact.id().value());
    Listenings.conversationOver(d, contact);
    boolean answered = contact.answeredMs() > 0;
    long waitMs = (answered ? contact.answeredMs() : d.timeMs) - contact.arrivedMs();
    long talkMs = contact.state() == Contact.State.TALKING ? d.timeMs - contact.answeredMs() : 0;
    d.emit(new ContactEvent.Ended(contact.id(), queue, outcome, waitMs, talkMs));
  }

  /** The timers of a contact that waits. */
  static void cancelWaiting(Decision d, Contact contact) {
    d.cancelTimer(TimerId.Kind.MAX_WAIT, contact.id().value());
    d.cancelTimer(TimerId.Kind.NO_AGENT, contact.id().value());
    d.cancelTimer(TimerId.Kind.ANNOUNCE, contact.id().value());
    d.cancelTimer(TimerId.Kind.RELAX, contact.id().value());
    d.cancelTimer(TimerId.Kind.NAMED_AGENT, contact.id().value());
    d.cancelTimer(TimerId.Kind.RING_MORE, contact.id().value());
  }

  /** Nothing configured can take it: the PBX's dialplan looks after the caller. */
  private static void giveBack(Decision d, Contact contact, QueueId queue) {
    if (contact.caller().hasLeg()) {
      d.request(new Effect.GiveBack(d.newEffectId(), contact.pbx(), contact.leg()));
    }
    end(d, contact, queue, ContactEvent.Outcome.UNSERVABLE);
  }

  /** Keeps the caller as a waiting caller is kept: music, and the dead man's switch armed. */
  static void park(Decision d, Contact contact) {
    QueueId queueId = contact.queue();
    QueuePlan queue = queueId == null ? null : d.state.queues().plan(queueId);
    if (queue != null && contact.callback() == null) {
      d.request(
          new Effect.Park(
              d.newEffectId(),
              contact.pbx(),
              contact.leg(),
              queue.music(),
              List.copyOf(queue.keys().keySet())));
    }
  }

  /** A caller who was kept already is kept as another queue does it: other music, other keys. */
  private static void parkAnew(
      Decision d, Contact contact, @Nullable QueueId before, QueuePlan now) {
    QueuePlan old = before == null ? null : d.state.queues().plan(before);
    if (before != null && (old == null || keepsOtherwise(old, now))) {
      park(d, contact);
    }
  }

  /** Whether callers of one queue hear or may press what those of the other do not. */
  static boolean keepsOtherwise(QueuePlan one, QueuePlan other) {
    return !one.music().equals(other.music()) || !one.keys().keySet().equals(other.keys().keySet());
  }

  /** What the queue asks, or asks by now, together with what line and call ask. */
  static Requirement asked(Decision d, Contact contact, Requirement ofQueue) {
    LinePlan line = d.state.line(contact.asLine());
    Requirement both = line == null ? ofQueue : ofQueue.and(line.requirement());
    return both.and(contact.wishes().requirement());
  }

  /** What the queue prefers, or prefers by now, together with what line and call prefer. */
  static Requirement preferred(Decision d, Contact contact, Requirement ofQueue) {
    LinePlan line = d.state.line(contact.asLine());
    Requirement both = line == null ? ofQueue : ofQueue.and(line.preference());
    return both.and(contact.wishes().preference());
  }
}
