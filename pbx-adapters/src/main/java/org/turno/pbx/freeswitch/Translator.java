package org.turno.pbx.freeswitch;

import java.util.function.Consumer;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.PbxId;
import org.turno.pbx.CustomerMarks;
import org.turno.pbx.freeswitch.esl.EslEvent;
import org.turno.pbx.link.Outside;

/** Makes facts of FreeSWITCH's events. Used on the adapter's context only. */
final class Translator {
  private final PbxId pbx;
  private final Legs legs;
  private final Consumer<PbxInput> facts;
  private final Consumer<String> warnings;
  private final CustomerMarks customers;

  /**
   * A translator.
   *
   * @param facts takes each fact
   * @param warnings takes what is wrong with a dialplan
   * @param customers makes marks of what a dialplan says of customers
   */
  Translator(
      PbxId pbx,
      Legs legs,
      Consumer<PbxInput> facts,
      Consumer<String> warnings,
      CustomerMarks customers) {
    this.pbx = pbx;
    this.legs = legs;
    this.facts = facts;
    this.warnings = warnings;
    this.customers = customers;
  }

  void translate(EslEvent event) {
    switch (event.name()) {
      case "CHANNEL_PARK" -> parked(event);
      case "CHANNEL_PROGRESS", "CHANNEL_PROGRESS_MEDIA" -> rings(event);
      case "CHANNEL_ANSWER" -> {
        Leg leg = legs.get(event.channel());
        if (leg != null) {
          leg.answered = true;
        }
      }
      case "CHANNEL_UNPARK", "CHANNEL_UNBRIDGE" -> left(event);
      case "CHANNEL_HANGUP" -> ended(event);
      case "DTMF" -> pressed(event);
      default -> {}
    }
  }

  private void parked(EslEvent event) {
    Leg leg = legs.get(event.channel());
    if (leg == null && Legs.isAgentLeg(event)) {
      leg = legs.add(event.channel(), null);
    }
    if (leg == null) {
      arrived(event);
    } else if (leg.isAgentLeg() && event.up() && !leg.ready) {
      leg.answered = true;
      leg.ready = true;
      facts.accept(new PbxInput.LegAnswered(pbx, leg.id));
    }
  }

  private void arrived(EslEvent event) {
    if (!Legs.atHome(event) || event.down()) {
      return;
    }
    Leg leg = legs.add(event.channel(), Legs.lineOf(event));
    leg.answered = event.up();
    CallWishes.Read wishes = Legs.wishesOf(event, customers);
    if (!wishes.problems().isEmpty()) {
      warnings.accept(
          pbx
              + ": the dialplan said of a call of line "
              + Legs.lineOf(event)
              + " what cannot be read: "
              + Outside.mask(String.join("; ", wishes.problems())));
    }
    facts.accept(new PbxInput.CallArrived(pbx, leg.id, Legs.lineOf(event), wishes.wishes()));
  }

  /** A phone that sends ringing tone as media (183) is told by CHANNEL_PROGRESS_MEDIA. */
  private void rings(EslEvent event) {
    Leg leg = legs.get(event.channel());
    if (leg != null && leg.isAgentLeg() && !leg.rang && !leg.answered) {
      leg.rang = true;
      facts.accept(new PbxInput.LegRinging(pbx, leg.id));
    }
  }

  /**
   * A leg that leaves its park or its conversation goes on in the dialplan if that is its next
   * state: the dead man's switch fired, or somebody transferred it.
   */
  private void left(EslEvent event) {
    Leg leg = legs.get(event.channel());
    if (leg != null && event.routing()) {
      legs.remove(leg.id.value());
      facts.accept(new PbxInput.LegLeft(pbx, leg.id));
    }
  }

  private void ended(EslEvent event) {
    Leg leg = legs.get(event.channel());
    if (leg != null) {
      legs.remove(leg.id.value());
      facts.accept(
          new PbxInput.LegEnded(
              pbx, leg.id, HangupCauses.reason(leg, event.field("Hangup-Cause"))));
    }
  }

  /** Only a parked leg is listened to, and only for the keys that mean something. */
  private void pressed(EslEvent event) {
    Leg leg = legs.get(event.channel());
    String digit = event.field("DTMF-Digit");
    Key key = digit.length() == 1 ? Key.of(digit.charAt(0)) : null;
    if (leg != null && leg.music != null && key != null && leg.keys.contains(key)) {
      facts.accept(new PbxInput.KeyPressed(pbx, leg.id, key));
    }
  }
}
