package org.turno.acd.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.contact.Listening;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.ContactEvent.Listening.End;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.input.SupervisorInput;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.SupervisorPlan;

/**
 * Supervisors who take part in conversations of others. Nobody does who may not, nobody does
 * without an event that says who and why, and it ends with the conversation. Where the PBX fails at
 * it, the conversation goes on as if nothing had been asked.
 */
final class Listenings {
  /** How long a supervisor's phone rings. */
  static final long RING_MS = 30_000;

  private Listenings() {}

  static void asked(Decision d, Contact contact, SupervisorInput.Listen wish) {
    SupervisorPlan supervisor = d.state.plan.supervisor(wish.by());
    String barred = supervisor == null ? null : barred(d, contact, supervisor, wish);
    if (supervisor == null) {
      d.ignore(IgnoreReason.FORBIDDEN, wish.by() + " is not among the supervisors");
    } else if (barred != null) {
      d.ignore(IgnoreReason.FORBIDDEN, barred);
    } else if (contact.state() != Contact.State.TALKING) {
      d.ignore(IgnoreReason.NOT_NOW, "nobody talks with contact " + contact.id() + " yet");
    } else if (!supervisor.phone().pbx().equals(contact.pbx())) {
      d.ignore(
          IgnoreReason.NOT_NOW,
          "the phone of " + wish.by() + " is on another PBX than the call, " + contact.pbx());
    } else if (!d.state.link(contact.pbx()).connected) {
      d.ignore(IgnoreReason.NOT_NOW, contact.pbx() + " is out of reach: wait for it");
    } else {
      begin(d, contact, supervisor, wish);
    }
  }

  /** Why a supervisor may not do it; null for one who may. */
  private static @Nullable String barred(
      Decision d, Contact contact, SupervisorPlan supervisor, SupervisorInput.Listen wish) {
    for (LineId id : linesOf(contact)) {
      LinePlan line = d.state.line(id);
      if (line != null && line.protectedLine() && wish.why().isBlank()) {
        return "line " + id + " is protected: say why";
      }
    }
    return barred(d, contact, supervisor, wish.mode());
  }

  private static @Nullable String barred(
      Decision d, Contact contact, SupervisorPlan supervisor, ListenMode mode) {
    if (!supervisor.may().contains(mode)) {
      return supervisor.name() + " may not " + mode.word();
    }
    for (LineId id : linesOf(contact)) {
      LinePlan line = d.state.line(id);
      if (line == null || !line.listening()) {
        return "nobody may take part in conversations of line " + id;
      }
    }
    return null;
  }

  /** Who came by one line and was sent on to another is under the rules of both. */
  private static List<LineId> linesOf(Contact contact) {
    return List.of(contact.line(), contact.asLine());
  }

  /** The configuration changed: whoever may no longer hear a conversation hears it no longer. */
  static void planned(Decision d) {
    for (Listening listening : List.copyOf(d.state.listenings.values())) {
      SupervisorPlan supervisor = d.state.plan.supervisor(listening.supervisor());
      Contact contact = d.state.contact(listening.contact());
      if (supervisor == null || barred(d, contact, supervisor, listening.mode()) != null) {
        takeDown(d, listening, End.BARRED);
      }
    }
  }

  private static void begin(
      Decision d, Contact contact, SupervisorPlan supervisor, SupervisorInput.Listen wish) {
    Listening now = d.state.listenings.get(wish.by());
    if (now == null) {
      Effect.OpenLine ring =
          new Effect.OpenLine(
              d.newEffectId(), contact.pbx(), supervisor.phone(), label(d, contact), RING_MS);
      d.emit(
          new ContactEvent.Listening.Asked(
              contact.id(), wish.by(), ring.leg(), wish.mode(), wish.why()));
      d.request(ring);
    } else if (!now.contact().equals(contact.id())) {
      d.ignore(
          IgnoreReason.NOT_NOW,
          wish.by() + " takes part in contact " + now.contact() + ": leave that first");
    } else if (now.mode() == wish.mode()) {
      d.ignore(IgnoreReason.NO_CHANGE, wish.by() + " does that already, or is about to");
    } else if (now.joining() == null) {
      d.ignore(IgnoreReason.NOT_NOW, "the phone of " + wish.by() + " still rings");
    } else {
      join(d, contact, now, wish.mode());
    }
  }

  private static String label(Decision d, Contact contact) {
    LinePlan line = d.state.line(contact.line());
    return line == null ? contact.line().value() : line.name();
  }

  static void stopped(Decision d, Contact contact, SupervisorInput.StopListening wish) {
    Listening now = d.state.listenings.get(wish.by());
    if (now == null || !now.contact().equals(contact.id())) {
      d.ignore(IgnoreReason.NO_CHANGE, wish.by() + " takes no part in contact " + contact.id());
    } else {
      takeDown(d, now, End.LEFT);
    }
  }

  /** Asks the PBX to put a supervisor through whose phone was answered. */
  static void join(Decision d, Contact contact, Listening listening, ListenMode mode) {
    Agent agent = Calls.servingAgent(d, contact);
    LegId leg = agent.leg();
    EffectId conversation = contact.bridge();
    if (leg == null || conversation == null) {
      throw new IllegalStateException(contact + " talks with nobody");
    }
    Effect.Listen effect =
        new Effect.Listen(d.newEffectId(), contact.pbx(), listening.leg(), leg, conversation, mode);
    dropOwn(d, listening);
    d.emit(
        new ContactEvent.Listening.Joining(
            contact.id(), listening.supervisor(), mode, effect.id()));
    d.request(effect);
  }

  /** Removes the conversation that the PBX keeps for who only listens or whispers. */
  private static void dropOwn(Decision d, Listening listening) {
    EffectId own = listening.joining();
    if (own != null && listening.mode() != ListenMode.BARGE) {
      d.request(new Effect.DropBridge(d.newEffectId(), listening.pbx(), own));
    }
  }

  private static void takeDown(Decision d, Listening listening, End how) {
    d.request(new Effect.HangUp(d.newEffectId(), listening.pbx(), listening.leg()));
    over(d, listening, how);
  }

  static void over(Decision d, Listening listening, End how) {
    dropOwn(d, listening);
    d.emit(new ContactEvent.Listening.Over(listening.contact(), listening.supervisor(), how));
  }

  /** The contact is about to be over, and with it all that supervisors hear of it. */
  static void conversationOver(Decision d, Contact contact) {
    if (!d.state.listenings.isEmpty()) {
      for (Listening listening : List.copyOf(d.state.listenings.values())) {
        if (listening.contact().equals(contact.id())) {
          takeDown(d, listening, End.CONVERSATION_OVER);
        }
      }
    }
  }

  // ---- facts and reports

  /** Whose a leg is; null for no supervisor's. */
  static @Nullable Listening of(AcdState state, PbxId pbx, LegId leg) {
    for (Listening listening : state.listenings.values()) {
      if (listening.leg().equals(leg) && listening.pbx().equals(pbx)) {
        return listening;
      }
    }
    return null;
  }

  /** A phone was answered: false where it is no supervisor's, or was answered before. */
  static boolean answered(Decision d, PbxId pbx, LegId leg) {
    Listening listening = of(d.state, pbx, leg);
    if (listening == null || listening.joining() != null) {
      return false;
    }
    join(d, d.state.contact(listening.contact()), listening, listening.mode());
    return true;
  }

  /** A leg is gone: false where it is no supervisor's. */
  static boolean gone(Decision d, PbxId pbx, LegId leg) {
    Listening listening = of(d.state, pbx, leg);
    if (listening == null) {
      return false;
    }
    over(d, listening, listening.joining() == null ? End.FAILED : End.LEFT);
    return true;
  }

  /** The PBX could not ring the phone. */
  static void notRung(Decision d, Effect.OpenLine effect) {
    Listening listening = of(d.state, effect.pbx(), effect.leg());
    if (listening != null) {
      over(d, listening, End.FAILED);
    }
  }

  static void begun(Decision d, Effect.Listen effect) {
    Listening listening = of(d.state, effect.pbx(), effect.supervisor());
    if (listening != null && awaits(listening, effect)) {
      begun(d, listening);
    }
  }

  static void begun(Decision d, Listening listening) {
    d.emit(
        new ContactEvent.Listening.Begun(
            listening.contact(), listening.supervisor(), listening.mode()));
  }

  static void refused(Decision d, Effect.Listen effect) {
    Listening listening = of(d.state, effect.pbx(), effect.supervisor());
    if (listening != null && effect.id().equals(listening.joining())) {
      takeDown(d, listening, End.FAILED);
    }
  }

  /** Whether what an effect is to bring about is still wished and not known to be done. */
  static boolean isAwaited(AcdState state, Effect.Listen effect) {
    Listening listening = of(state, effect.pbx(), effect.supervisor());
    return listening != null && awaits(listening, effect);
  }

  private static boolean awaits(Listening listening, Effect.Listen effect) {
    return effect.id().equals(listening.joining()) && !listening.begun();
  }

  // ---- what the events change

  static void apply(AcdState s, ContactEvent.Listening event) {
    switch (event) {
      case ContactEvent.Listening.Asked e ->
          s.listenings.put(
              e.supervisor(),
              new Listening(
                  e.contact(),
                  e.supervisor(),
                  s.contact(e.contact()).pbx(),
                  e.leg(),
                  e.mode(),
                  null,
                  false));
      case ContactEvent.Listening.Joining e ->
          s.listenings.computeIfPresent(
              e.supervisor(), (name, of) -> of.joins(e.mode(), e.effect()));
      case ContactEvent.Listening.Begun e ->
          s.listenings.computeIfPresent(e.supervisor(), (name, of) -> of.begins());
      case ContactEvent.Listening.Over e -> s.listenings.remove(e.supervisor());
    }
  }
}
