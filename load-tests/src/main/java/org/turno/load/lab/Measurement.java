package org.turno.load.lab;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How quick Turno is, read off the wire between a real Asterisk and SIP phones.
 *
 * @param callToRing from a caller's INVITE to the INVITE to the agent's phone, with agents free
 * @param freeToRing from an agent's BYE to the next INVITE to the same phone, with callers waiting
 *     and no wrap-up
 */
record Measurement(Latencies callToRing, Latencies freeToRing) {
  private static final int AGENTS = 10;
  private static final int AT_WORK_IN_A_RUSH = 2;
  private static final double CALM_PER_SECOND = 5;
  private static final double RUSH_PER_SECOND = 50;
  private static final long RING_MS = 20;
  private static final long TALK_MS = 200;
  private static final long FIRST_NUMBER = 600_000_001;
  private static final Duration DEADLINE = Duration.ofMinutes(5);

  /**
   * Measures with an Asterisk and a Turno of its own.
   *
   * @param folder for their files
   * @param calls in each of the two parts, after as many that warm Turno up
   */
  static Measurement take(Path folder, int calls) {
    try (AsteriskLab lab = AsteriskLab.start(folder.resolve("asterisk"));
        TurnoProcess turno =
            TurnoProcess.start(lab, folder.resolve("turno"), LabFloor.everybodyServesAll(AGENTS));
        SippPhones phones =
            lab.phones(LabFloor.phones(AGENTS), new Manner.Answer(RING_MS, TALK_MS))) {
      all(turno, 1, AGENTS, "sign-in");
      place(lab, calls, CALM_PER_SECOND * 2);
      Latencies callToRing =
          wire(lab, folder.resolve("calm.pcap"), calls, CALM_PER_SECOND).fromCallToRing();
      all(turno, AT_WORK_IN_A_RUSH + 1, AGENTS, "sign-out");
      Latencies freeToRing =
          wire(lab, folder.resolve("rush.pcap"), calls, RUSH_PER_SECOND).fromFreeToRing();
      if (!phones.process().alive()) {
        throw new LabException("the phones died: " + phones.process().output());
      }
      return new Measurement(callToRing, freeToRing);
    }
  }

  private static void all(TurnoProcess turno, int first, int last, String command) {
    for (int i = first; i <= last; i++) {
      turno.api().post("/api/v1/agents/a" + (1000 + i) + "/" + command, "");
    }
  }

  private static Wire wire(AsteriskLab lab, Path file, int calls, double perSecond) {
    WireCapture capture = WireCapture.start(lab, file);
    try (capture) {
      place(lab, calls, perSecond);
    }
    return capture.wire();
  }

  /** Places the calls and waits until all of them are over. */
  private static void place(AsteriskLab lab, int calls, double perSecond) {
    List<SippCallers.Call> all =
        IntStream.range(0, calls)
            .mapToObj(i -> SippCallers.Call.staying("" + (FIRST_NUMBER + i), "012"))
            .toList();
    try (SippCallers callers = lab.call(perSecond, all)) {
      Await.until("the calls to end", DEADLINE, callers::done, () -> lab.legs().toString());
      lab.awaitNoLegs(Duration.ofSeconds(10));
    }
  }

  /** For people. */
  String text() {
    return Latencies.heading("milliseconds on the wire")
        + callToRing.row("caller's INVITE to agent's INVITE")
        + freeToRing.row("agent's BYE to that agent's next INVITE");
  }

  /** For programs. */
  String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("call_to_ring_ms", callToRing.json());
    json.set("free_to_ring_ms", freeToRing.json());
    return json.toString();
  }
}
