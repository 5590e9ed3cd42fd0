package org.turno.pbx.asterisk;

import java.util.List;
import java.util.function.Consumer;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PbxId;
import org.turno.pbx.CustomerMarks;
import org.turno.pbx.asterisk.ari.AriChannel;
import org.turno.pbx.asterisk.ari.AriEvent;
import org.turno.pbx.link.Outside;

/** Makes facts of Asterisk's events. Used on the adapter's context only. */
final class Translator {
  private final PbxId pbx;
  private final Legs legs;
  private final Consumer<PbxInput> facts;
  private final Consumer<LegId> lineless;
  private final Consumer<String> warnings;
  private final CustomerMarks customers;

  /**
   * A translator.
   *
   * @param facts takes each fact
   * @param lineless takes the legs that the dialplan handed over without naming a line
   * @param warnings takes what is wrong with a dialplan
   * @param customers makes marks of what a dialplan says of customers
   */
  Translator(
      PbxId pbx,
      Legs legs,
      Consumer<PbxInput> facts,
      Consumer<LegId> lineless,
      Consumer<String> warnings,
      CustomerMarks customers) {
    this.pbx = pbx;
    this.legs = legs;
    this.facts = facts;
    this.lineless = lineless;
    this.warnings = warnings;
    this.customers = customers;
  }

  void translate(AriEvent event) {
    switch (event) {
      case AriEvent.StasisStart start -> started(start);
      case AriEvent.StateChange change -> changed(change.channel());
      case AriEvent.DialStatus dial -> dialled(dial);
      case AriEvent.HangupRequest request -> {
        Leg leg = legs.get(request.channel());
        if (leg != null) {
          leg.endAsked = true;
        }
      }
      case AriEvent.StasisEnd end -> left(end.channel());
      case AriEvent.Destroyed destroyed -> destroyed(destroyed);
      case AriEvent.Key key -> pressed(key);
      case AriEvent.PlaybackFinished _ -> {}
      case AriEvent.EnteredBridge _ -> {}
      case AriEvent.Replaced _ -> {}
      case AriEvent.Other _ -> {}
    }
  }

  private void started(AriEvent.StasisStart start) {
    String id = start.channel().id();
    // A leg that takes another's place in a transfer goes on in that other's conversation.
    if (legs.get(id) != null || start.replaces() || AriChannel.isHelper(id, start.args())) {
      return;
    }
    if (start.args().equals(List.of(AriChannel.AGENT, id))) {
      legs.add(id, null);
      return;
    }
    if (start.args().isEmpty() || start.args().getFirst().isBlank()) {
      lineless.accept(new LegId(id));
      return;
    }
    LineId line = new LineId(start.args().getFirst());
    Leg leg = legs.add(id, line);
    leg.answered = start.channel().up();
    CallWishes.Read wishes = Legs.wishesOf(start.args(), customers);
    if (!wishes.problems().isEmpty()) {
      warnings.accept(
          pbx
              + ": the dialplan said of a call of line "
              + line
              + " what cannot be read: "
              + Outside.mask(String.join("; ", wishes.problems())));
    }
    facts.accept(new PbxInput.CallArrived(pbx, leg.id, line, wishes.wishes()));
  }

  private void changed(AriChannel channel) {
    Leg leg = legs.get(channel.id());
    if (leg == null) {
      return;
    }
    if (channel.up() && !leg.answered) {
      leg.answered = true;
      if (leg.isAgentLeg()) {
        facts.accept(new PbxInput.LegAnswered(pbx, leg.id));
      }
    } else if (channel.state().equals("Ringing")) {
      rings(leg);
    }
  }

  private void dialled(AriEvent.DialStatus dial) {
    Leg leg = legs.get(dial.channel());
    // A phone that sends ringing tone as media (183) never reaches the state "Ringing".
    if (leg != null && (dial.status().equals("RINGING") || dial.status().equals("PROGRESS"))) {
      rings(leg);
    }
  }

  private void rings(Leg leg) {
    if (leg.isAgentLeg() && !leg.rang && !leg.answered) {
      leg.rang = true;
      facts.accept(new PbxInput.LegRinging(pbx, leg.id));
    }
  }

  /** Only a parked leg is listened to, and only for the keys that mean something. */
  private void pressed(AriEvent.Key event) {
    Leg leg = legs.get(event.channel());
    Key key = event.digit().length() == 1 ? Key.of(event.digit().charAt(0)) : null;
    if (leg != null && leg.music != null && key != null && leg.keys.contains(key)) {
      facts.accept(new PbxInput.KeyPressed(pbx, leg.id, key));
    }
  }

  /**
   * A caller's channel reports nothing after it left the application; a leg that Turno made reports
   * its end afterwards, with the cause.
   */
  private void left(String id) {
    Leg leg = legs.get(id);
    if (leg == null || (leg.isAgentLeg() && (leg.endAsked || !leg.answered))) {
      return;
    }
    if (leg.endAsked) {
      ended(leg, HangupReason.NORMAL);
    } else {
      legs.remove(id);
      facts.accept(new PbxInput.LegLeft(pbx, leg.id));
    }
  }

  private void destroyed(AriEvent.Destroyed destroyed) {
    Leg leg = legs.get(destroyed.channel());
    if (leg != null) {
      ended(leg, HangupCauses.reason(leg, destroyed.cause()));
    }
  }

  private void ended(Leg leg, HangupReason reason) {
    legs.remove(leg.id.value());
    facts.accept(new PbxInput.LegEnded(pbx, leg.id, reason));
  }
}
