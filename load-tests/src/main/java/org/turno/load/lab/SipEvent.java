package org.turno.load.lab;

import java.util.Optional;

/**
 * One thing that a phone or a caller did or met, as SIPp wrote it down.
 *
 * @param kind what happened
 * @param who the phone's name, or the caller's number
 * @param callId of the SIP call
 * @param from the From header that a rung phone saw; empty for callers
 */
public record SipEvent(Kind kind, String who, String callId, String from) {
  /** What can happen, with the word that the scenarios log. */
  public enum Kind {
    /** A phone got an INVITE. */
    RUNG("rung"),
    /** A caller sent an INVITE. */
    DIALLED("dialled"),
    /** The call is up: a phone got its ACK, a caller its 200. */
    ANSWERED("answered"),
    /** This side hung up. */
    HUNG_UP("hung up"),
    /** The other side hung up. */
    ENDED("ended"),
    /** A ringing phone was told to stop. */
    CANCELLED("cancelled"),
    /** A caller cancelled before the answer. */
    GAVE_UP("gave up");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** Reads {@code kind;who;call-id[;from]}; empty for a line that is not whole yet. */
  static Optional<SipEvent> parse(String line) {
    String[] fields = line.split(";", 4);
    if (fields.length < 3) {
      return Optional.empty();
    }
    for (Kind kind : Kind.values()) {
      if (kind.word.equals(fields[0])) {
        return Optional.of(
            new SipEvent(kind, fields[1], fields[2], fields.length > 3 ? fields[3] : ""));
      }
    }
    return Optional.empty();
  }
}
