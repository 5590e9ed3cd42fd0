package org.turno.acd.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Callback;
import org.turno.acd.contact.Contact;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.ContactEvent.Callback.Why;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.event.TimerId;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.CallbackPolicy;
import org.turno.acd.plan.CustomerId;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.SealedNumber;

/**
 * Callers who hang up and keep their turn. The contact stays where it is without a leg; when its
 * turn comes an agent is asked, and the caller is called when the agent has answered.
 */
final class Callbacks {
  /** The PBX stops ringing by itself; when it says nothing, this much later Turno gives up. */
  private static final long MARGIN_MS = 5_000;

  private Callbacks() {}

  /** How a contact may be called back; null where it must not. */
  static @Nullable CallbackPolicy policy(Decision d, Contact contact) {
    LinePlan dialled = d.state.line(contact.line());
    QueuePlan queue = contact.queue() == null ? null : d.state.queues().plan(contact.queue());
    return dialled == null || !dialled.callback() || queue == null ? null : queue.callback();
  }

  /** A caller who waits, or a supervisor, asks for it: the PBX is asked for the number. */
  static void wished(Decision d, Contact contact) {
    if (contact.callback() != null) {
      d.ignore(IgnoreReason.NO_CHANGE, contact.id() + " is to be called back already");
    } else if (policy(d, contact) == null) {
      d.ignore(IgnoreReason.NOT_NOW, contact.id() + " is of a line or queue without callbacks");
    } else {
      d.request(new Effect.AskNumber(d.newEffectId(), contact.pbx(), contact.leg()));
    }
  }

  /** The PBX told the number. */
  static void told(Decision d, PbxInput.NumberTold fact) {
    Contact contact = d.state.contactByLeg(fact.pbx(), fact.leg());
    if (contact == null || contact.callback() != null) {
      d.ignore(IgnoreReason.STALE, "leg " + fact.leg() + " is of no contact that waits");
    } else if (!contact.inQueue() || policy(d, contact) == null) {
      d.ignore(IgnoreReason.NOT_NOW, contact.id() + " does not wait, or not for a callback");
    } else {
      Keys.withdrawing(d, contact, () -> grant(d, contact, fact.number()));
    }
  }

  /** The PBX may not tell the number, or has none. */
  static void untold(Decision d, Effect.AskNumber asked) {
    Contact contact = d.state.contactByLeg(asked.pbx(), asked.leg());
    CallbackPolicy policy = contact == null ? null : policy(d, contact);
    if (contact != null && contact.inQueue() && policy != null && !policy.impossible().isEmpty()) {
      Announcing.say(d, contact, policy.impossible(), Effect.Announce.After.MUSIC);
    }
  }

  /** Whether the PBX told the number got lost: who still waits is not to press the key again. */
  static void unheard(Decision d, Effect.AskNumber asked) {
    Contact contact = d.state.contactByLeg(asked.pbx(), asked.leg());
    if (contact != null && contact.inQueue() && contact.callback() == null) {
      wished(d, contact);
    }
  }

  private static void grant(Decision d, Contact contact, SealedNumber number) {
    CallbackPolicy policy = policy(d, contact);
    List<Prompt> confirmation = policy == null ? List.of() : policy.confirmation();
    if (confirmation.isEmpty()) {
      d.request(new Effect.HangUp(d.newEffectId(), contact.pbx(), contact.leg()));
    } else {
      Announcing.say(d, contact, confirmation, Effect.Announce.After.HANG_UP);
    }
    boolean twice =
        d.state.callbacks.values().stream().anyMatch(c -> isTwin(c, contact) && has(c, number));
    if (twice) {
      Placement.end(d, contact, Outcome.CALLBACK_MERGED);
    } else {
      d.emit(new ContactEvent.Callback.Granted(contact.id(), number));
      d.cancelTimer(TimerId.Kind.MAX_WAIT, contact.id().value());
      d.cancelTimer(TimerId.Kind.NO_AGENT, contact.id().value());
      expires(d, contact);
      review(d, contact);
      // what fell due while phones rang for it
      Placement.resume(d, contact);
    }
  }

  private static boolean isTwin(Contact one, Contact other) {
    return one != other
        && one.inQueue()
        && one.queue() != null
        && one.queue().equals(other.queue());
  }

  private static boolean has(Contact contact, SealedNumber number) {
    Callback callback = contact.callback();
    return callback != null && callback.number().equals(number);
  }

  /** A customer who waits to be called back calls again: the new call takes the old one's place. */
  static void calledAgain(Decision d, Contact contact) {
    CustomerId customer = contact.wishes().customer();
    if (customer == null || !contact.waiting()) {
      return;
    }
    d.state.callbacks.values().stream()
        .filter(old -> isTwin(old, contact) && customer.equals(old.wishes().customer()))
        .findFirst()
        .ifPresent(
            old -> {
              d.emit(new ContactEvent.Moved(contact.id(), old.placeMs(), old.placeTie(), ""));
              endWaiting(d, old, Outcome.CALLBACK_MERGED);
            });
  }

  /** A contact whose callback is not wanted or not allowed any more. */
  static void endWaiting(Decision d, Contact contact, Outcome outcome) {
    Keys.withdrawing(d, contact, () -> Placement.end(d, contact, outcome));
  }

  /**
   * A changed configuration: what is forbidden now ends, but for a call that is being made.
   *
   * @return whether the contact ended
   */
  static boolean forbidden(Decision d, Contact contact) {
    if (contact.callback() == null || !contact.inQueue()) {
      return false;
    }
    if (policy(d, contact) == null) {
      endWaiting(d, contact, Outcome.CALLBACK_CANCELLED);
      return true;
    }
    expires(d, contact);
    review(d, contact);
    return false;
  }

  private static long endMs(Callback callback, CallbackPolicy policy) {
    return policy.expiresMs() == 0 ? Long.MAX_VALUE : callback.sinceMs() + policy.expiresMs();
  }

  /** Until when the caller may be called, as its queue says by now. */
  private static void expires(Decision d, Contact contact) {
    Callback callback = contact.callback();
    CallbackPolicy policy = policy(d, contact);
    if (callback == null || policy == null || policy.expiresMs() == 0) {
      d.cancelTimer(TimerId.Kind.CALLBACK_EXPIRY, contact.id().value());
    } else {
      d.setTimer(TimerId.Kind.CALLBACK_EXPIRY, contact.id().value(), endMs(callback, policy));
    }
  }

  /** Too late to call: who is being called at that moment may still answer. */
  static void expired(Decision d, Contact contact) {
    if (contact.callback() != null && contact.inQueue()) {
      endWaiting(d, contact, Outcome.CALLBACK_EXPIRED);
    }
  }

  /** Hours began or ended. */
  static void reviewAll(Decision d) {
    List.copyOf(d.state.callbacks.values()).forEach(contact -> review(d, contact));
  }

  /** Its turn may come or not, by now. */
  private static void review(Decision d, Contact contact) {
    Callback callback = contact.callback();
    if (callback == null || !contact.inQueue() || contact.queue() == null) {
      return;
    }
    boolean open = d.state.doors.isOpen(Door.ofCallbacks(contact.queue()));
    boolean may = open && d.timeMs >= callback.notBeforeMs();
    if (!may && !callback.held()) {
      Keys.withdrawing(
          d,
          contact,
          () -> {
            d.emit(new ContactEvent.Callback.Held(contact.id(), callback.notBeforeMs()));
            Placement.resume(d, contact);
          });
    } else if (may && callback.held()) {
      d.emit(new ContactEvent.Callback.Due(contact.id()));
    }
  }

  /** The agent answered: the caller is called. */
  static void dial(Decision d, Contact contact, Agent agent, LegId agentLeg) {
    Callback callback = contact.callback();
    CallbackPolicy policy = policy(d, contact);
    if (callback == null || policy == null) {
      throw new IllegalStateException(contact + " is not to be called back");
    }
    EffectId id = d.newEffectId();
    d.emit(
        new ContactEvent.Callback.Dialled(
            contact.id(), new LegId(id.value()), callback.attempts() + 1));
    d.setTimer(TimerId.Kind.CALLBACK, contact.id().value(), d.timeMs + policy.ringMs() + MARGIN_MS);
    if (!OpenLines.keeps(agent)) {
      Announcing.beep(d, contact.pbx(), agentLeg);
    }
    d.request(
        new Effect.CallBack(id, contact.pbx(), callback.number(), contact.line(), policy.ringMs()));
  }

  /** Whether a contact's caller is being called. */
  static boolean calling(Contact contact) {
    return contact.callback() != null && contact.callback().dialled() != null;
  }

  /** The caller answered: from now on it is a contact like others. */
  static void answered(Decision d, Contact contact) {
    LegId agentLeg = Calls.servingAgent(d, contact).leg();
    d.cancelTimer(TimerId.Kind.CALLBACK, contact.id().value());
    d.cancelTimer(TimerId.Kind.CALLBACK_EXPIRY, contact.id().value());
    d.emit(new ContactEvent.Callback.CallerAnswered(contact.id()));
    if (agentLeg == null) {
      throw new IllegalStateException(contact + " is served by an agent without a leg");
    }
    Calls.bridge(d, contact, agentLeg);
  }

  /** The attempt came to nothing: the agent is free at once, and missed nothing. */
  static void missed(Decision d, Contact contact, Why why, boolean legGone) {
    Agent agent = Calls.servingAgent(d, contact);
    Offers.release(d, agent, contact.pbx());
    waitsAgain(d, contact, agent, why, legGone);
    AgentWork.leaveIfDone(d, agent);
  }

  /** Likewise; the caller of this method sees to the agent. */
  static void waitsAgain(Decision d, Contact contact, Agent agent, Why why, boolean legGone) {
    d.cancelTimer(TimerId.Kind.CALLBACK, contact.id().value());
    if (!legGone) {
      d.request(new Effect.HangUp(d.newEffectId(), contact.pbx(), contact.leg()));
    }
    CallbackPolicy policy = policy(d, contact);
    long untilMs = policy == null ? d.timeMs : d.timeMs + policy.gapMs();
    d.emit(new ContactEvent.Callback.Missed(contact.id(), agent.id(), why, untilMs));
    Callback callback = contact.callback();
    if (policy == null || callback == null) {
      Placement.end(d, contact, Outcome.CALLBACK_CANCELLED);
    } else if (callback.attempts() >= policy.attempts()) {
      Placement.end(d, contact, Outcome.CALLBACK_FAILED);
    } else if (d.timeMs >= endMs(callback, policy)) {
      Placement.end(d, contact, Outcome.CALLBACK_EXPIRED);
    } else {
      d.setTimer(TimerId.Kind.CALLBACK, contact.id().value(), untilMs);
      review(d, contact);
      Placement.resume(d, contact);
    }
  }

  /** A rest is over, or nobody said what became of the ringing. */
  static void due(Decision d, Contact contact) {
    if (!calling(contact)) {
      review(d, contact);
    } else if (d.state.link(contact.pbx()).connected) {
      Effect asked = d.state.outstanding(new EffectId(contact.leg().value()));
      if (asked != null) {
        d.emit(new PbxEvent.EffectSettled(asked.pbx(), asked.id(), PbxEvent.Settlement.GIVEN_UP));
      }
      missed(d, contact, Why.NO_ANSWER, false);
    }
  }

  static Why why(HangupReason reason) {
    return switch (reason) {
      case BUSY -> Why.BUSY;
      case REJECTED -> Why.REJECTED;
      case NORMAL, NO_ANSWER, CANCELLED -> Why.NO_ANSWER;
      case UNREACHABLE, CONGESTION -> Why.UNREACHABLE;
      case OTHER -> Why.UNKNOWN;
    };
  }

  /** After an inventory it rings on: no longer than it may. */
  static void ringsOn(Decision d, Contact contact) {
    CallbackPolicy policy = policy(d, contact);
    String subject = contact.id().value();
    if (d.state.timers().get(TimerId.Kind.CALLBACK, subject) == null) {
      long leftMs = policy == null ? MARGIN_MS : policy.ringMs();
      d.setTimer(TimerId.Kind.CALLBACK, subject, d.timeMs + leftMs);
    }
  }
}
