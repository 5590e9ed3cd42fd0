package org.turno.pbx.freeswitch.esl;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The lines {@code Name: value} of an event or of {@code uuid_dump}. FreeSWITCH sends a hundred of
 * them and more, callers' names and numbers among them; only those that Turno reads are even
 * decoded, the others leave no trace.
 */
final class EslFields {
  private static final int LONGEST_VALUE = 4_096;

  private static final Set<String> READ =
      Set.of(
          "Event-Name",
          "Event-Subclass",
          "Content-Length",
          "Job-UUID",
          "Unique-ID",
          "Channel-State-Number",
          "Channel-Call-State",
          "Answer-State",
          "Call-Direction",
          "Channel-Presence-ID",
          "Caller-Context",
          "Caller-Channel-Created-Time",
          "Caller-Privacy-Hide-Number",
          "Hangup-Cause",
          "Other-Leg-Unique-ID",
          "Bridge-A-Unique-ID",
          "Bridge-B-Unique-ID",
          "DTMF-Digit",
          "from-user",
          "from-host",
          "user",
          "host",
          "Application-UUID",
          "variable_signal_bond");

  /** Variables that Turno or its dialplan sets. */
  private static final String OWN = "variable_turno_";

  private EslFields() {}

  /** The fields that are read, by their names. */
  static Map<String, String> parse(String text) throws EslFormatException {
    Map<String, String> fields = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      int colon = text.indexOf(':', at);
      if (end > at) {
        if (colon <= at || colon > end) {
          throw new EslFormatException("a line of an event without a name");
        }
        String name = text.substring(at, colon);
        if (READ.contains(name) || name.startsWith(OWN)) {
          fields.put(name, value(text.substring(colon + 1, end).strip()));
        }
      }
      at = end + 1;
    }
    return fields;
  }

  private static String value(String encoded) throws EslFormatException {
    if (encoded.length() > LONGEST_VALUE) {
      throw new EslFormatException("a value of more than " + LONGEST_VALUE + " characters");
    }
    try {
      // FreeSWITCH writes a space as %20 and a plus sign as itself.
      return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new EslFormatException("a value that is not encoded as it should be");
    }
  }
}
