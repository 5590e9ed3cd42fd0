package org.turno.load.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.turno.load.lab.SipEvent.Kind;

/**
 * Places calls and finds out what became of them: from what callers and phones wrote down, and from
 * Asterisk's log, which says who was joined with whom.
 */
final class CallRun {
  private static final Duration LEGS_DEADLINE = Duration.ofSeconds(10);
  private static final long FIRST_NUMBER = 600_000_001;
  private static final Pattern JOINED =
      Pattern.compile("Channel (PJSIP/(\\w+)-\\w+) joined '[^']*' \\S+ <([^>]+)>");

  private final Path asterisk;
  private final LabPorts ports;
  private final AsteriskConsole console;

  CallRun(Path asterisk, LabPorts ports) {
    this.asterisk = asterisk;
    this.ports = ports;
    console = new AsteriskConsole(asterisk);
  }

  /** Places the calls, waits for their end, and sums up. */
  CallReport place(String line, int count, double perSecond, Duration deadline) {
    int logged = console.log().length();
    List<SippCallers.Call> calls =
        IntStream.range(0, count)
            .mapToObj(i -> SippCallers.Call.staying("" + (FIRST_NUMBER + i), line))
            .toList();
    Path folder = asterisk.resolve("sipp");
    List<SipEvent> dialled;
    try (SippCallers callers = SippCallers.start(ports, folder, calls, perSecond)) {
      awaitOrGoOn(deadline, callers::done);
      dialled = callers.events().stream().filter(e -> e.kind() == Kind.DIALLED).toList();
    }
    awaitOrGoOn(LEGS_DEADLINE, () -> console.legs().isEmpty());
    long sinceUs = dialled.stream().mapToLong(SipEvent::timeUs).min().orElse(Long.MAX_VALUE);
    List<SipEvent> atPhones =
        SippProcess.events(folder, "phone").stream().filter(e -> e.timeUs() >= sinceUs).toList();
    int conversations = conversations(console.log().substring(logged));
    return report(line, count, dialled, atPhones, conversations);
  }

  /** What did not happen in time shows in the report. */
  private static void awaitOrGoOn(Duration deadline, java.util.function.BooleanSupplier condition) {
    try {
      Await.until("the calls to end", deadline, condition);
    } catch (LabException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
    }
  }

  private CallReport report(
      String line, int count, List<SipEvent> dialled, List<SipEvent> atPhones, int conversations) {
    List<Long> toRing = new ArrayList<>();
    List<Long> rings = new ArrayList<>();
    List<Long> waits = new ArrayList<>();
    Map<String, SipEvent> rungByCall = new LinkedHashMap<>();
    Map<String, SipEvent> firstRung = new LinkedHashMap<>();
    Map<String, SipEvent> answered = new LinkedHashMap<>();
    for (SipEvent event : atPhones) {
      if (event.kind() == Kind.RUNG) {
        rungByCall.putIfAbsent(event.callId(), event);
        firstRung.putIfAbsent(event.shownNumber(), event);
      } else if (event.kind() == Kind.ANSWERED) {
        answered.putIfAbsent(event.shownNumber(), event);
      }
    }
    for (SipEvent call : dialled) {
      SipEvent first = firstRung.get(call.who());
      if (first != null) {
        toRing.add(first.timeUs() - call.timeUs());
      }
      SipEvent answer = answered.get(call.who());
      if (answer != null) {
        waits.add(answer.timeUs() - call.timeUs());
        SipEvent rung = rungByCall.get(answer.callId());
        rings.add(answer.timeUs() - (rung == null ? answer : rung).timeUs());
      }
    }
    return new CallReport(
        line,
        count,
        Math.min(waits.size(), conversations),
        console.legs().size(),
        Latencies.ofMicros(toRing),
        Latencies.ofMicros(rings),
        Latencies.ofMicros(waits));
  }

  /** How many callers' legs Asterisk joined with a phone's. */
  static int conversations(String log) {
    Map<String, Set<String>> callersIn = new LinkedHashMap<>();
    Set<String> withPhone = new LinkedHashSet<>();
    Matcher joined = JOINED.matcher(log);
    while (joined.find()) {
      if (joined.group(2).equals("trunk")) {
        callersIn.computeIfAbsent(joined.group(3), _ -> new LinkedHashSet<>()).add(joined.group(1));
      } else {
        withPhone.add(joined.group(3));
      }
    }
    callersIn.keySet().retainAll(withPhone);
    return (int) callersIn.values().stream().flatMap(Set::stream).distinct().count();
  }
}
