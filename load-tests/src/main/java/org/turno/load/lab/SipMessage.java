package org.turno.load.lab;

import java.util.Optional;

/**
 * One SIP message as it went over the wire.
 *
 * @param timeNs when, in nanoseconds since the epoch
 * @param fromPort UDP port of its sender
 * @param toPort UDP port of its receiver
 * @param method of a request; empty for a reply
 * @param status of a reply; 0 for a request
 * @param ofMethod the method that a reply is for, and that of a request
 * @param callId names the SIP call
 * @param fromUser user part of the From header
 * @param toUser user part of the To header
 * @param inCall whether the receiver knew the call already
 */
record SipMessage(
    long timeNs,
    int fromPort,
    int toPort,
    String method,
    int status,
    String ofMethod,
    String callId,
    String fromUser,
    String toUser,
    boolean inCall) {
  /** The fields that {@link #parse} wants of tshark, in this order. */
  static final String[] FIELDS = {
    "frame.time_epoch",
    "udp.srcport",
    "udp.dstport",
    "sip.Method",
    "sip.Status-Code",
    "sip.CSeq.method",
    "sip.Call-ID",
    "sip.from.user",
    "sip.to.user",
    "sip.to.tag"
  };

  /** Reads one line of tshark's fields, divided by tabs; empty for one that is no SIP message. */
  static Optional<SipMessage> parse(String line) {
    String[] field = line.split("\t", -1);
    if (field.length < FIELDS.length || field[5].isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SipMessage(
            nanos(field[0]),
            Integer.parseInt(field[1]),
            Integer.parseInt(field[2]),
            field[3],
            field[4].isEmpty() ? 0 : Integer.parseInt(field[4]),
            field[5],
            field[6],
            field[7],
            field[8],
            !field[9].isEmpty()));
  }

  private static long nanos(String epoch) {
    int point = epoch.indexOf('.');
    String fraction = (epoch.substring(point + 1) + "000000000").substring(0, 9);
    return Long.parseLong(epoch.substring(0, point)) * 1_000_000_000 + Long.parseLong(fraction);
  }

  /** Whether it begins a call. */
  boolean begins() {
    return method.equals("INVITE") && !inCall;
  }

  /** Whether it says that a call is over: a BYE, a CANCEL, or a reply that refuses it. */
  boolean ends() {
    return method.equals("BYE")
        || method.equals("CANCEL")
        || (ofMethod.equals("INVITE") && status >= 300);
  }
}
