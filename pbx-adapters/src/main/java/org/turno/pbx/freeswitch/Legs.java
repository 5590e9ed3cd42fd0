package org.turno.pbx.freeswitch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.CustomerId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.pbx.CustomerMarks;
import org.turno.pbx.freeswitch.esl.EslEvent;

/** The legs under Turno's control. Used on the adapter's context only. */
final class Legs {
  /** The context of the dialplan in which callers are Turno's. */
  static final String HOME = "turno-line";

  private final Map<String, Leg> legs = new LinkedHashMap<>();

  @Nullable Leg get(String id) {
    return legs.get(id);
  }

  Leg add(String id, @Nullable LineId line) {
    Leg leg = new Leg(new LegId(id), line);
    legs.put(id, leg);
    return leg;
  }

  void remove(String id) {
    legs.remove(id);
  }

  Collection<Leg> all() {
    return legs.values();
  }

  /** Keeps what is known of the legs that are still there and learns the others. */
  void replaceBy(List<EslEvent> channels) {
    Map<String, Leg> before = new LinkedHashMap<>(legs);
    legs.clear();
    for (EslEvent channel : channels) {
      if (!isAgentLeg(channel) && !atHome(channel)) {
        continue;
      }
      Leg known = before.get(channel.channel());
      if (known == null) {
        known = add(channel.channel(), isAgentLeg(channel) ? null : lineOf(channel));
        known.sounds = true;
      } else {
        legs.put(channel.channel(), known);
      }
      known.answered |= channel.up();
      known.ready |= channel.up();
      known.rang |= channel.field("Channel-Call-State").equals("RINGING");
      String conversation = channel.own("conversation");
      known.conversation = conversation.isEmpty() ? null : conversation;
    }
  }

  /** Whether Turno made it, to ring an agent. */
  static boolean isAgentLeg(EslEvent channel) {
    return channel.own("leg").equals(channel.channel());
  }

  /** Whether a caller dialled a line and no other part of the dialplan has the call. */
  static boolean atHome(EslEvent channel) {
    return !channel.own("line").isBlank() && channel.field("Caller-Context").equals(HOME);
  }

  /** The line a caller dialled. */
  static LineId lineOf(EslEvent channel) {
    return new LineId(channel.own("line"));
  }

  /**
   * What the dialplan says of a call beyond its line, with a mark in place of what it says of the
   * customer.
   */
  static CallWishes.Read wishesOf(EslEvent channel, CustomerMarks marks) {
    String said = channel.own("wishes");
    CallWishes.Read read =
        CallWishes.read(said.isBlank() ? List.of() : List.of(said.split(",", -1)));
    CustomerId customer = read.wishes().customer();
    if (customer == null) {
      return read;
    }
    CustomerId mark = marks.mark(lineOf(channel), customer.value());
    return new CallWishes.Read(read.wishes().of(mark), read.problems());
  }
}
