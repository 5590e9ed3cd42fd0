package org.turno.load.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.turno.load.lab.SipEvent.Kind;

/**
 * A rush on a real Asterisk while Turno is killed, Asterisk is restarted and the link between them
 * is cut, and then the question whether anybody was harmed. For one use by one thread.
 */
final class Torture implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(60);
  private static final Duration DRAIN = Duration.ofMinutes(3);
  private static final Manner AGENT = new Manner.Answer(200, 1_500);
  private static final Manner FIXED = new Manner.Answer(500, 1_500);
  private static final long FIRST_NUMBER = 600_000_001;
  private static final int URGENT_EVERY = 10;
  private static final int IMPATIENT_EVERY = 8;
  private static final long IMPATIENT_MS = 3_000;

  private final TorturePlan plan;
  private final Consumer<String> progress;
  private final Random random;
  private final AsteriskLab asterisk;
  private final LinkProxy link;
  private final TurnoProcess turno;
  private final SippPhones phones;
  private final SippPhones fixed;
  private final List<SippCallers> calling = new ArrayList<>();
  private final List<SipEvent> atCallers = new ArrayList<>();
  private final List<Long> startedMs = new ArrayList<>();
  private final List<Long> readyNanos = new ArrayList<>();
  private final Set<String> lost = new TreeSet<>();

  /**
   * Starts Asterisk, Turno and the phones.
   *
   * @param folder for their files
   * @param progress told a line after each step
   */
  Torture(Path folder, TorturePlan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
    random = new Random(plan.seed());
    asterisk =
        AsteriskLab.start(
            LabPorts.anyFree(), folder.resolve("asterisk"), plan.agents(), LabFloor.LINES, false);
    link = new LinkProxy(asterisk.ports().http());
    Path home = folder.resolve("turno");
    String floor = LabFloor.everybodyServesAll(plan.agents());
    if (plan.day() > 0) {
      TurnoProcess.configure(asterisk.ports(), link.port(), home, floor);
      LivedDay.write(home, plan.day(), progress);
    }
    turno = TurnoProcess.start(asterisk.ports(), link.port(), home, floor, false);
    phones = asterisk.phones(LabFloor.phones(plan.agents()), AGENT);
    // One, since two that answer in the same instant would both have the call for a moment.
    fixed = asterisk.phone(LabFloor.FIXED_PHONES.getFirst(), FIXED);
    for (String phone : LabFloor.phones(plan.agents())) {
      turno.api().post("/api/v1/agents/a" + phone + "/sign-in", "");
    }
  }

  /** Lives through all rounds and looks at what is left. */
  TortureReport run() {
    for (int round = 0; round < plan.rounds(); round++) {
      calling.add(asterisk.call(plan.perSecond(), calls(round)));
      Await.pass(Duration.ofMillis(2_000 + random.nextInt(5_000)));
      TorturePlan.Blow blow = plan.blow(round);
      switch (blow) {
        case KILL_TURNO -> killTurno();
        case RESTART_ASTERISK -> restartAsterisk();
        case CUT_LINK -> link.cut();
      }
      awaitReady();
      progress.accept(
          "%2d of %d  %-17s %s".formatted(round + 1, plan.rounds(), words(blow), figures()));
    }
    drain();
    return report();
  }

  private static String words(TorturePlan.Blow blow) {
    return switch (blow) {
      case KILL_TURNO -> "Turno killed";
      case RESTART_ASTERISK -> "Asterisk restarted";
      case CUT_LINK -> "link cut";
    };
  }

  private String figures() {
    var totals = turno.api().get("/api/v1/queues").path("totals");
    return "waiting %d, talking %d, answered %d"
        .formatted(
            totals.path("waiting").asLong(),
            totals.path("talking").asLong(),
            totals.path("answered").asLong());
  }

  private List<SippCallers.Call> calls(int round) {
    int count = plan.callsInARound();
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              String from = "" + (FIRST_NUMBER + (long) round * count + i);
              long stayMs = i % IMPATIENT_EVERY == 3 ? IMPATIENT_MS : Manner.FOR_EVER_MS;
              return SippCallers.Call.hangingUpAfterMs(
                  from, priority(from) > 0 ? "016" : "012", stayMs);
            })
        .toList();
  }

  /** The hotline's calls go before the others. */
  private static int priority(String caller) {
    return (Long.parseLong(caller) - FIRST_NUMBER) % URGENT_EVERY == 0 ? 100 : 0;
  }

  private void killTurno() {
    turno.kill();
    Await.pass(Duration.ofMillis(random.nextInt(1_000)));
    startedMs.add(System.currentTimeMillis());
    long startNanos = System.nanoTime();
    turno.startAgain();
    readyNanos.add(System.nanoTime() - startNanos);
  }

  private void restartAsterisk() {
    long diedUs = nowUs();
    asterisk.kill();
    asterisk.startAgain();
    phones.register();
    fixed.register();
    long backUs = nowUs();
    List<SipEvent> events = callersSoFar();
    Set<String> over = new TreeSet<>();
    for (SipEvent event : events) {
      if (event.timeUs() < diedUs
          && event.kind() != Kind.DIALLED
          && event.kind() != Kind.ANSWERED) {
        over.add(event.who());
      }
    }
    for (SipEvent event : events) {
      if (event.timeUs() < backUs && !over.contains(event.who())) {
        lost.add(event.who());
      }
    }
    calling.forEach(SippCallers::close);
    calling.clear();
    atCallers.addAll(events.stream().filter(e -> !atCallers.contains(e)).toList());
  }

  private List<SipEvent> callersSoFar() {
    return Stream.concat(
            atCallers.stream(), calling.stream().flatMap(callers -> callers.events().stream()))
        .toList();
  }

  private static long nowUs() {
    return TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
  }

  private void awaitReady() {
    Await.until(
        "Turno to be ready",
        READY,
        () -> turno.api().notReadyBecause().isEmpty(),
        () -> turno.api().notReadyBecause());
  }

  private void drain() {
    Await.until(
        "the last calls to end",
        DRAIN,
        () -> calling.stream().allMatch(SippCallers::done),
        () -> "legs " + asterisk.legs());
    atCallers.addAll(calling.stream().flatMap(callers -> callers.events().stream()).toList());
    asterisk.awaitNoLegs(Duration.ofSeconds(30));
    Await.until(
        "every contact to be over",
        Duration.ofSeconds(15),
        () -> turno.api().get("/api/v1/contacts").path("contacts").isEmpty(),
        () -> turno.api().get("/api/v1/contacts").toString());
  }

  private TortureReport report() {
    var told = turno.api().get("/api/v1/queues");
    List<SipEvent> atPhones =
        Stream.concat(phones.events().stream(), fixed.events().stream())
            .sorted(Comparator.comparingLong(SipEvent::timeUs))
            .toList();
    turno.close();
    progress.accept("reading the journal");
    JournalCheck journal = JournalCheck.of(turno.folder().resolve("journal"));
    WireCheck wire = WireCheck.of(atCallers, atPhones, lost, Torture::priority);
    List<String> faults = new ArrayList<>(journal.faults());
    faults.addAll(wire.faults());
    faults.addAll(TortureReport.strayRings(journal, phones.events()));
    faults.addAll(TortureReport.differences(journal, told, startedMs));
    return new TortureReport(
        plan,
        wire.callers(),
        wire.talked(),
        lost.size(),
        journal.contacts(),
        Latencies.ofNanos(TortureReport.toFirstOffer(startedMs, journal.firstOfferMs())),
        Latencies.ofNanos(readyNanos),
        faults);
  }

  @Override
  public void close() {
    calling.forEach(SippCallers::close);
    turno.close();
    phones.close();
    fixed.close();
    link.close();
    asterisk.close();
  }
}
