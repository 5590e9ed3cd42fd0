package org.turno.load.lab;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that a phone or a caller did or met, as SIPp wrote it down.
 *
 * @param kind what happened
 * @param who the phone's name, or the caller's number
 * @param callId of the SIP call
 * @param timeUs when, in microseconds since the epoch
 * @param from the From header that a rung phone saw; empty for callers
 */
public record SipEvent(Kind kind, String who, String callId, long timeUs, String from) {
  private static final Pattern NUMBER = Pattern.compile("sip:([^@>]*)@");

  /** What can happen, with the word that the scenarios log. */
  public enum Kind {
    /** A phone got an INVITE. */
    RUNG("rung"),
    /** How an INVITE asked the phone to answer by itself: in the place of the From header. */
    ASKED("asked"),
    /** A caller sent an INVITE. */
    DIALLED("dialled"),
    /** The call is up: a phone got its ACK, a caller its 200. */
    ANSWERED("answered"),
    /** A caller's key press was taken by the PBX. */
    PRESSED("pressed"),
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

  /**
   * Reads {@code kind;who;call-id;second;microsecond[;from]}; empty for a line that is not an
   * event.
   */
  static Optional<SipEvent> parse(String line) {
    String[] fields = line.split(";", 6);
    if (fields.length < 5) {
      return Optional.empty();
    }
    for (Kind kind : Kind.values()) {
      if (kind.word.equals(fields[0])) {
        long timeUs = whole(fields[3]) * 1_000_000 + whole(fields[4]);
        String from = fields.length > 5 ? fields[5] : "";
        return Optional.of(new SipEvent(kind, fields[1], fields[2], timeUs, from));
      }
    }
    return Optional.empty();
  }

  /** The number that a rung phone was shown; empty when none. */
  String shownNumber() {
    Matcher number = NUMBER.matcher(from);
    return number.find() ? number.group(1) : "";
  }

  /** SIPp's numbers are all floating point, and it writes nothing for some that are 0. */
  private static long whole(String number) {
    return number.isEmpty() ? 0 : Math.round(Double.parseDouble(number));
  }
}
