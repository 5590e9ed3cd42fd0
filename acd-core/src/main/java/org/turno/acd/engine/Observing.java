package org.turno.acd.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.event.TimerId;
import org.turno.acd.input.ObservedInput;
import org.turno.acd.observed.ObservedContact;
import org.turno.acd.observed.ObservedPbx;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ObservedAgent;
import org.turno.acd.plan.ObservedEnd;
import org.turno.acd.plan.ObservedPlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;

/**
 * Makes contacts and agents of what a PBX's own queues tell. It emits {@link ObservedEvent}s and
 * asks for no effect: Turno looks on.
 */
final class Observing {
  /** Between leaving the queue and the answer, a dialplan may speak to the agent for so long. */
  private static final long LEAVING_MS = 60_000;

  private final Decision d;
  private final PbxId id;
  private final ObservedPbx pbx;

  Observing(Decision d, PbxId id) {
    this.d = d;
    this.id = id;
    this.pbx = d.state.observed.pbx(id);
  }

  static void handle(Decision d, ObservedInput fact) {
    ObservedPlan plan = d.state.plan().observed(fact.pbx());
    if (plan == null) {
      d.ignore(IgnoreReason.UNKNOWN, "PBX " + fact.pbx() + " is not looked at");
      return;
    }
    if (fact instanceof ObservedInput.Inventory inventory) {
      new ObservedInventory(d, inventory, plan).run();
    } else {
      new Observing(d, fact.pbx()).take(fact);
    }
  }

  /** Nobody is there to look: until the next inventory everything known is old. */
  static void restarted(Decision d) {
    for (PbxId id : List.copyOf(d.state.observed.pbxs().keySet())) {
      if (d.state.observed.pbx(id).inSight()) {
        d.emit(new ObservedEvent.SightLost(id, "Turno started"));
      }
    }
  }

  /** What a new configuration no longer looks at is over. */
  static void planned(Decision d, FloorPlan plan) {
    for (PbxId id : List.copyOf(d.state.observed.pbxs().keySet())) {
      if (plan.observed(id) == null) {
        Observing gone = new Observing(d, id);
        if (gone.pbx.inSight()) {
          d.emit(new ObservedEvent.SightLost(id, "no longer configured"));
        }
        List.copyOf(gone.pbx.queues()).forEach(gone::queueGone);
      }
    }
  }

  /** A contact that left its queue was not answered after all: the dialplan goes on with it. */
  static void due(Decision d, ContactId contact) {
    for (PbxId id : List.copyOf(d.state.observed.pbxs().keySet())) {
      ObservedContact found = d.state.observed.pbx(id).contact(contact);
      if (found != null && found.leaving()) {
        new Observing(d, id).end(found, Outcome.OVERFLOWED, found.leftMs() - found.arrivedMs());
      }
    }
  }

  private void take(ObservedInput fact) {
    switch (fact) {
      case ObservedInput.Inventory f -> {}
      case ObservedInput.LinkDown f -> {
        if (pbx.inSight()) {
          d.emit(new ObservedEvent.SightLost(id, f.reason()));
        } else {
          d.ignore(IgnoreReason.NO_CHANGE, "the queues of " + id + " are out of sight already");
        }
      }
      case ObservedInput.CallerJoined f -> {
        QueueId queue = queue(f.queue());
        if (queue != null) {
          joined(queue, f.call());
        }
      }
      case ObservedInput.CallerLeft f -> left(waiting(f.call()));
      case ObservedInput.CallerAbandoned f -> {
        ObservedContact contact = waiting(f.call());
        if (contact != null) {
          Outcome outcome = f.hungUp() ? Outcome.ABANDONED : Outcome.OVERFLOWED;
          end(contact, outcome, d.timeMs - contact.arrivedMs());
        }
      }
      case ObservedInput.AgentRung f -> {
        ObservedContact contact = waiting(f.call());
        if (contact != null) {
          rung(contact, f.agent());
        }
      }
      case ObservedInput.RingEnded f -> {
        ObservedContact contact = waiting(f.call());
        if (contact != null) {
          ringEnded(contact, f.agent());
        }
      }
      case ObservedInput.Connected f -> connected(f);
      case ObservedInput.Completed f -> completed(f);
      case ObservedInput.AgentPlaced f -> {
        QueueId queue = queue(f.queue());
        if (queue != null && !placed(queue, f.agent())) {
          d.ignore(IgnoreReason.NO_CHANGE, f.agent().agent() + " is in " + queue + " like that");
        }
      }
      case ObservedInput.AgentRemoved f -> removed(f);
      case ObservedInput.AgentPhoneChanged f -> {
        if (!phone(f.agent(), f.state())) {
          d.ignore(IgnoreReason.NO_CHANGE, "the phone of " + f.agent() + " is " + f.state());
        }
      }
    }
  }

  /** A queue that is looked at; null, and ignored, where it is not. */
  private @Nullable QueueId queue(String name) {
    QueueId queue = ObservedPlan.queueId(id, name);
    if (pbx.queues().contains(queue)) {
      return queue;
    }
    d.ignore(IgnoreReason.UNKNOWN, "queue " + queue + " is not looked at");
    return null;
  }

  /** A contact whom nobody answered yet; null, and ignored, where there is none. */
  private @Nullable ObservedContact waiting(LegId call) {
    ObservedContact contact = pbx.contact(call);
    if (contact != null && !contact.talking()) {
      return contact;
    }
    d.ignore(IgnoreReason.STALE, "call " + call + " waits in no queue of " + id);
    return null;
  }

  private void joined(QueueId queue, LegId call) {
    ObservedContact known = pbx.contact(call);
    if (known != null && !known.talking() && !known.leaving() && known.queue().equals(queue)) {
      d.ignore(IgnoreReason.NO_CHANGE, "call " + call + " waits in " + queue);
      return;
    }
    movedOn(known);
    arrive(queue, call, d.timeMs);
  }

  /** The call is elsewhere by now: what it was before is over. */
  void movedOn(@Nullable ObservedContact known) {
    if (known == null) {
      return;
    }
    if (known.talking()) {
      served(known, d.timeMs - known.answeredMs(), ObservedEnd.UNKNOWN);
    } else {
      long endMs = known.leaving() ? known.leftMs() : d.timeMs;
      end(known, Outcome.OVERFLOWED, endMs - known.arrivedMs());
    }
  }

  ContactId arrive(QueueId queue, LegId call, long arrivedMs) {
    ContactId contact = d.newContactId();
    d.emit(new ObservedEvent.Arrived(id, contact, queue, call, arrivedMs));
    return contact;
  }

  private void left(@Nullable ObservedContact contact) {
    if (contact == null || contact.leaving()) {
      return;
    }
    if (contact.rung().isEmpty()) {
      end(contact, Outcome.OVERFLOWED, d.timeMs - contact.arrivedMs());
    } else {
      d.emit(new ObservedEvent.Leaving(id, contact.id()));
      d.setTimer(TimerId.Kind.OBSERVED, contact.id().value(), d.timeMs + LEAVING_MS);
    }
  }

  private void rung(ObservedContact contact, String agent) {
    if (contact.rung().contains(agent)) {
      d.ignore(IgnoreReason.NO_CHANGE, agent + " is being rung for " + contact.id());
    } else {
      d.emit(new ObservedEvent.Rung(id, contact.id(), agent));
    }
  }

  void ringEnded(ObservedContact contact, String agent) {
    if (contact.rung().contains(agent)) {
      d.emit(new ObservedEvent.RingEnded(id, contact.id(), agent));
    } else {
      d.ignore(IgnoreReason.STALE, agent + " is not being rung for " + contact.id());
    }
  }

  private void connected(ObservedInput.Connected f) {
    ObservedContact contact = pbx.contact(f.call());
    if (contact != null && contact.talking()) {
      if (f.agent().equals(contact.agent())) {
        d.ignore(IgnoreReason.NO_CHANGE, f.agent() + " talks with " + contact.id());
        return;
      }
      movedOn(contact);
      contact = null;
    }
    if (contact == null) {
      contact = found(f.queue(), f.call(), d.timeMs - f.waitMs());
    }
    if (contact != null) {
      answered(contact, f.agent(), d.timeMs - contact.arrivedMs());
    }
  }

  /**
   * Somebody whose arrival was not told; null, and ignored, for a call that is over or a queue that
   * nobody looks at.
   */
  private @Nullable ObservedContact found(String queueName, LegId call, long arrivedMs) {
    if (pbx.over(call)) {
      d.ignore(IgnoreReason.STALE, "call " + call + " is over");
      return null;
    }
    QueueId queue = queue(queueName);
    if (queue == null) {
      return null;
    }
    arrive(queue, call, arrivedMs);
    return d.state.observed.pbx(id).contact(call);
  }

  private void answered(ObservedContact contact, String agent, long waitMs) {
    ObservedContact before = pbx.talkingWith(agent);
    if (before != null) {
      served(before, d.timeMs - before.answeredMs(), ObservedEnd.UNKNOWN);
    }
    d.cancelTimer(TimerId.Kind.OBSERVED, contact.id().value());
    d.emit(new ObservedEvent.Answered(id, contact.id(), agent, Math.max(0, waitMs)));
  }

  private void completed(ObservedInput.Completed f) {
    ObservedContact contact = pbx.contact(f.call());
    if (contact == null) {
      contact = found(f.queue(), f.call(), d.timeMs - f.talkMs() - f.waitMs());
    }
    if (contact == null) {
      return;
    }
    if (!contact.talking()) {
      answered(contact, f.agent(), d.timeMs - f.talkMs() - contact.arrivedMs());
      contact = pbx.contact(f.call());
    }
    if (contact != null) {
      served(contact, d.timeMs - contact.answeredMs(), f.by());
    }
  }

  void served(ObservedContact contact, long talkMs, ObservedEnd by) {
    d.emit(
        new ObservedEvent.Ended(
            id,
            contact.id(),
            contact.queue(),
            Outcome.SERVED,
            contact.answeredMs() - contact.arrivedMs(),
            Math.max(0, talkMs),
            contact.agent(),
            by));
  }

  void end(ObservedContact contact, Outcome outcome, long waitMs) {
    d.cancelTimer(TimerId.Kind.OBSERVED, contact.id().value());
    d.emit(
        new ObservedEvent.Ended(
            id,
            contact.id(),
            contact.queue(),
            outcome,
            Math.max(0, waitMs),
            0,
            null,
            ObservedEnd.UNKNOWN));
  }

  /** Whether anything is new. */
  boolean placed(QueueId queue, ObservedAgent agent) {
    if (agent.equals(pbx.agent(queue, agent.agent()))) {
      return false;
    }
    d.emit(new ObservedEvent.AgentPlaced(id, queue, agent));
    return true;
  }

  private void removed(ObservedInput.AgentRemoved f) {
    QueueId queue = queue(f.queue());
    if (queue == null) {
      return;
    }
    if (pbx.agent(queue, f.agent()) == null) {
      d.ignore(IgnoreReason.NO_CHANGE, f.agent() + " is not in " + queue);
    } else {
      d.emit(new ObservedEvent.AgentRemoved(id, queue, f.agent()));
    }
  }

  /** Whether anything is new. */
  boolean phone(String agent, PhoneState state) {
    if (pbx.phone(agent) == state) {
      return false;
    }
    d.emit(new ObservedEvent.AgentPhoneChanged(id, agent, state));
    return true;
  }

  void queueGone(QueueId queue) {
    for (ObservedContact contact : List.copyOf(pbx.contacts())) {
      if (contact.queue().equals(queue)) {
        if (contact.talking()) {
          served(contact, d.timeMs - contact.answeredMs(), ObservedEnd.UNKNOWN);
        } else {
          end(contact, Outcome.LOST, d.timeMs - contact.arrivedMs());
        }
      }
    }
    for (ObservedAgent agent : List.copyOf(pbx.agents(queue))) {
      d.emit(new ObservedEvent.AgentRemoved(id, queue, agent.agent()));
    }
    d.emit(new ObservedEvent.QueueGone(id, queue));
  }
}
