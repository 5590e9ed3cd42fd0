package org.turno.pbx.asterisk;

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
import org.turno.pbx.asterisk.ari.AriChannel;

/** The legs under Turno's control. Used on the adapter's context only. */
final class Legs {
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
  void replaceBy(List<AriChannel> channels) {
    Map<String, Leg> before = new LinkedHashMap<>(legs);
    legs.clear();
    for (AriChannel channel : channels) {
      if (!channel.inApp() || channel.appArgs().isEmpty() || channel.isHelper()) {
        continue;
      }
      Leg known = before.get(channel.id());
      if (known == null) {
        known = add(channel.id(), lineOf(channel));
      } else {
        legs.put(channel.id(), known);
      }
      known.answered |= channel.up();
      known.rang |= channel.state().equals("Ringing");
    }
    for (AriChannel channel : channels) {
      Leg spokenTo = channel.isVoice() ? legs.get(channel.appArgs().getLast()) : null;
      if (spokenTo != null) {
        spokenTo.voice = channel.id();
      }
      Leg listener = channel.isEar() ? legs.get(channel.appArgs().getLast()) : null;
      if (listener != null) {
        listener.ear = channel.id();
      }
    }
  }

  /** The line a leg came for; null for a leg that Turno made. */
  static @Nullable LineId lineOf(AriChannel channel) {
    return channel.isAgentLeg() ? null : new LineId(channel.appArgs().getFirst());
  }

  /**
   * What the dialplan said after the line, with a mark in place of what it says of the customer.
   */
  static CallWishes.Read wishesOf(List<String> appArgs, CustomerMarks marks) {
    CallWishes.Read read = CallWishes.read(appArgs.subList(1, appArgs.size()));
    CustomerId said = read.wishes().customer();
    if (said == null) {
      return read;
    }
    CustomerId mark = marks.mark(new LineId(appArgs.getFirst()), said.value());
    return new CallWishes.Read(read.wishes().of(mark), read.problems());
  }
}
