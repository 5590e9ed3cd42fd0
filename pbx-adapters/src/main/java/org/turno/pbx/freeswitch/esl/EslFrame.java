package org.turno.pbx.freeswitch.esl;

import java.util.Map;

/**
 * One message of FreeSWITCH: a few headers and, where they say so, a body.
 *
 * @param headers by their names in lower case
 * @param body as text; empty for none
 */
record EslFrame(Map<String, String> headers, String body) {
  static final String LENGTH = "content-length";

  EslFrame {
    headers = Map.copyOf(headers);
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** What kind of message it is. */
  String type() {
    return header("content-type");
  }
}
