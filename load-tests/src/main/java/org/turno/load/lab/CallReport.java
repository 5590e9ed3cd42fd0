package org.turno.load.lab;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What became of the calls of one {@code turno lab call}.
 *
 * @param placed how many callers dialled
 * @param connected how many of them talked with an agent
 * @param legsLeft how many legs Asterisk still has, some seconds after the last call
 * @param callToRing from a caller's INVITE to the first phone's
 * @param ring from the INVITE to the phone that answered until it did
 * @param callToAnswer from a caller's INVITE until an agent answered
 */
record CallReport(
    String line,
    int placed,
    int connected,
    int legsLeft,
    Latencies callToRing,
    Latencies ring,
    Latencies callToAnswer) {
  /** Everybody was served and nothing is left over. */
  boolean good() {
    return connected == placed && legsLeft == 0;
  }

  /** For people. */
  String text() {
    return "line %s: %d calls placed, %d connected with an agent, %d legs left%n"
            .formatted(line, placed, connected, legsLeft)
        + Latencies.heading("milliseconds")
        + callToRing.row("call to first ring")
        + ring.row("ring to answer")
        + callToAnswer.row("call to answer");
  }

  /** For programs. */
  String json() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("line", line)
            .put("placed", placed)
            .put("connected", connected)
            .put("legs_left", legsLeft)
            .put("good", good());
    json.set("call_to_ring_ms", callToRing.json());
    json.set("ring_ms", ring.json());
    json.set("wait_ms", callToAnswer.json());
    return json.toString();
  }
}
