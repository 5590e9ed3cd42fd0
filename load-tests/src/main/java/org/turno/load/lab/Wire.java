package org.turno.load.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What passed over the wire, and how long the stretches between took. */
public final class Wire {
  private final int sipPort;
  private final List<SipMessage> messages;

  Wire(int sipPort, List<SipMessage> messages) {
    this.sipPort = sipPort;
    this.messages = List.copyOf(messages);
  }

  /** The messages, oldest first. */
  List<SipMessage> messages() {
    return messages;
  }

  /** INVITEs to the PBX, each once however often it was repeated: calls that people placed. */
  List<SipMessage> callsIn() {
    return firsts(messages.stream().filter(m -> m.begins() && m.toPort() == sipPort).toList());
  }

  /** INVITEs from the PBX, each once: phones that were rung. */
  List<SipMessage> callsOut() {
    return firsts(messages.stream().filter(m -> m.begins() && m.fromPort() == sipPort).toList());
  }

  private static List<SipMessage> firsts(List<SipMessage> invites) {
    Map<String, SipMessage> byCall = new LinkedHashMap<>();
    invites.forEach(invite -> byCall.putIfAbsent(invite.callId(), invite));
    return List.copyOf(byCall.values());
  }

  /**
   * From each caller's INVITE to the first INVITE to a phone for that caller. Every caller needs a
   * number of its own, which the phones are shown. Callers for whom nothing rang are not counted.
   */
  public Latencies fromCallToRing() {
    Map<String, SipMessage> rungFor = new LinkedHashMap<>();
    callsOut().forEach(invite -> rungFor.putIfAbsent(invite.fromUser(), invite));
    List<Long> nanos = new ArrayList<>();
    for (SipMessage call : callsIn()) {
      SipMessage ring = rungFor.get(call.fromUser());
      if (ring != null) {
        nanos.add(ring.timeNs() - call.timeNs());
      }
    }
    return Latencies.ofNanos(nanos);
  }

  /**
   * From the end of each call of a phone to the next INVITE to the same phone. This is the time to
   * the next ring only where a caller was waiting all the while and there is no wrap-up.
   */
  public Latencies fromFreeToRing() {
    List<SipMessage> rings = callsOut();
    Map<String, String> phoneOf = new LinkedHashMap<>();
    rings.forEach(ring -> phoneOf.put(ring.callId(), ring.toUser()));
    Set<String> begun = new LinkedHashSet<>();
    Map<String, Long> freeSinceNs = new LinkedHashMap<>();
    List<Long> nanos = new ArrayList<>();
    for (SipMessage message : messages) {
      String phone = phoneOf.get(message.callId());
      if (phone == null) {
        continue;
      }
      if (message.begins() && begun.add(message.callId())) {
        Long freeNs = freeSinceNs.remove(phone);
        if (freeNs != null) {
          nanos.add(message.timeNs() - freeNs);
        }
      } else if (message.ends()) {
        freeSinceNs.putIfAbsent(phone, message.timeNs());
      }
    }
    return Latencies.ofNanos(nanos);
  }
}
