package org.turno.acd.engine;

import java.util.List;
import org.turno.acd.contact.Contact;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.DoorInput;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.Input;
import org.turno.acd.input.ObservedInput;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.SupervisorInput;
import org.turno.acd.input.TimerExpired;
import org.turno.acd.routing.Router;

/**
 * The deciding core. Given the state, an input and its stamp, it emits events and asks for effects,
 * and nothing else: no clock, no I/O, no randomness, so the same inputs give the same decisions.
 * One thread.
 */
public final class AcdCore {
  private final AcdState state;

  /** Decides on a state, which it changes. */
  public AcdCore(AcdState state) {
    this.state = state;
  }

  /** The state decided on. */
  public AcdState state() {
    return state;
  }

  /**
   * Decides one input.
   *
   * @param seq one more than the entry before
   * @param timeMs epoch milliseconds, not before the entry before
   */
  public Entry decide(long seq, long timeMs, Input input) {
    if (seq != state.seq() + 1 || timeMs < state.timeMs()) {
      throw new IllegalArgumentException(
          "entry "
              + seq
              + " at "
              + timeMs
              + " cannot follow entry "
              + state.seq()
              + " at "
              + state.timeMs());
    }
    state.begin(seq, timeMs);
    Decision decision = new Decision(state, seq, timeMs);
    handle(decision, input);
    settle(decision);
    Estimates.sample(decision);
    Announcing.greet(decision);
    decision.effects().forEach(state::requested);
    return new Entry(seq, timeMs, input, decision.events(), decision.effects());
  }

  private static void handle(Decision d, Input input) {
    switch (input) {
      case PbxInput fact -> handleFact(d, fact);
      case DeskInput wish -> Desk.handle(d, wish);
      case SupervisorInput wish -> Supervision.handle(d, wish);
      case DoorInput wish -> Doors.handle(d, wish);
      case EffectReport report -> Reports.handle(d, report);
      case AdminInput.JournalStarted started -> journalStarted(d, started);
      case AdminInput.Restarted restarted -> restarted(d);
      case AdminInput.PlanLoaded loaded -> Plans.loaded(d, loaded.plan());
      case ObservedInput fact -> Observing.handle(d, fact);
      case TimerExpired expired -> Expiry.handle(d, expired);
    }
  }

  private static void handleFact(Decision d, PbxInput fact) {
    switch (fact) {
      case PbxInput.Inventory f -> new Reconciler(d, f).run();
      case PbxInput.LinkDown f -> linkDown(d, f);
      case PbxInput.CallArrived f -> Calls.arrived(d, f);
      case PbxInput.LegRinging f -> Calls.ringing(d, f);
      case PbxInput.LegAnswered f -> Calls.answered(d, f);
      case PbxInput.LegEnded f -> Calls.ended(d, f);
      case PbxInput.LegLeft f -> Calls.left(d, f);
      case PbxInput.KeyPressed f -> Keys.pressed(d, f);
      case PbxInput.NumberTold f -> Callbacks.told(d, f);
      case PbxInput.PhoneChanged f -> Desk.phoneChanged(d, f.phone(), f.state());
    }
  }

  private static void journalStarted(Decision d, AdminInput.JournalStarted started) {
    if (d.state.journalId().isEmpty()) {
      d.emit(new SystemEvent.JournalStarted(started.journalId()));
    } else {
      d.ignore(
          SystemEvent.IgnoreReason.NO_CHANGE, "the journal is " + d.state.journalId() + " already");
    }
  }

  private static void restarted(Decision d) {
    for (PbxLink link : List.copyOf(d.state.links.values())) {
      if (link.connected) {
        d.emit(new PbxEvent.Disconnected(link.id, "Turno started"));
      }
    }
    Observing.restarted(d);
    for (Effect effect : List.copyOf(d.state.outstanding())) {
      d.emit(new PbxEvent.EffectSettled(effect.pbx(), effect.id(), PbxEvent.Settlement.GIVEN_UP));
    }
  }

  private static void linkDown(Decision d, PbxInput.LinkDown fact) {
    if (d.state.link(fact.pbx()).connected) {
      d.emit(new PbxEvent.Disconnected(fact.pbx(), fact.reason()));
    } else {
      d.ignore(SystemEvent.IgnoreReason.NO_CHANGE, fact.pbx() + " is not connected");
    }
  }

  /** Afterwards no eligible pair is left, and nobody waits who may not. */
  private static void settle(Decision d) {
    int seen = 0;
    do {
      int from = seen;
      seen = d.events().size();
      Admission.review(d, from);
      match(d);
    } while (seen < d.events().size() && !d.state.queues().watched().isEmpty());
  }

  /** Afterwards no eligible pair is left. */
  private static void match(Decision d) {
    offerAll(d);
    for (Contact contact : d.state.router().unserved()) {
      Precedence.claim(d, contact);
      offerAll(d);
    }
    Rings.join(d);
    d.state.router().settled();
  }

  private static void offerAll(Decision d) {
    Router router = d.state.router();
    for (Router.Match match = router.next(); match != null; match = router.next()) {
      Offers.make(d, match.contact(), match.agent());
      Rings.begun(d, match.contact());
    }
  }
}
