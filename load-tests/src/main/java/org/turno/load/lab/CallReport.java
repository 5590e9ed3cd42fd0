package org.turno.load.lab;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

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
        + "%-22s %10s %10s %10s%n".formatted("milliseconds", "p50", "p99", "longest")
        + row("call to first ring", callToRing)
        + row("ring to answer", ring)
        + row("call to answer", callToAnswer);
  }

  private static String row(String name, Latencies times) {
    return String.format(
        Locale.ROOT,
        "%-22s %10.1f %10.1f %10.1f%n",
        name,
        times.p50Ms(),
        times.p99Ms(),
        times.maxMs());
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
    json.set("call_to_ring_ms", times(callToRing));
    json.set("ring_ms", times(ring));
    json.set("wait_ms", times(callToAnswer));
    return json.toString();
  }

  private static ObjectNode times(Latencies times) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("count", times.count());
    if (times.count() > 0) {
      json.put("p50", times.p50Ms()).put("p99", times.p99Ms()).put("max", times.maxMs());
    }
    return json;
  }
}
