package org.turno.acd.engine;

import java.util.ArrayList;
import java.util.List;
import org.turno.acd.contact.Contact;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.Event;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.event.TimerEvent;
import org.turno.acd.event.TimerId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.OfferId;

/**
 * One decision in the making. What is emitted takes effect at once, so that the handler goes on
 * with the state as it now is; effects are only collected.
 */
final class Decision {
  final AcdState state;
  final long seq;
  final long timeMs;
  private final List<Event> events = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private final List<Contact> entered = new ArrayList<>();
  private int made;

  Decision(AcdState state, long seq, long timeMs) {
    this.state = state;
    this.seq = seq;
    this.timeMs = timeMs;
  }

  void emit(Event event) {
    events.add(event);
    state.apply(event);
  }

  /** A contact came into a queue. */
  void entered(Contact contact) {
    entered.add(contact);
  }

  /** The contacts that came into a queue in this decision. */
  List<Contact> entered() {
    return entered;
  }

  void request(Effect effect) {
    effects.add(effect);
  }

  void ignore(SystemEvent.IgnoreReason reason, String detail) {
    emit(new SystemEvent.InputIgnored(reason, detail));
  }

  void setTimer(TimerId.Kind kind, String subject, long deadlineMs) {
    emit(new TimerEvent.Set(new TimerId(kind, subject), deadlineMs));
  }

  void cancelTimer(TimerId.Kind kind, String subject) {
    Timers.Timer running = state.timers().get(kind, subject);
    if (running != null) {
      emit(new TimerEvent.Cancelled(running.id));
    }
  }

  /** Unique for ever on every PBX: the journal's name, the entry, a number within it. */
  EffectId newEffectId() {
    return new EffectId("turno-" + state.journalId() + "-" + seq + "-" + ++made);
  }

  OfferId newOfferId() {
    return new OfferId("o" + seq + "-" + ++made);
  }

  ContactId newContactId() {
    return ContactIds.of(state.journalId(), state.contactCount() + 1);
  }

  List<Event> events() {
    return events;
  }

  List<Effect> effects() {
    return effects;
  }
}
