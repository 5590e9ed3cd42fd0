package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;

/**
 * One run: the production core, a simulated PBX, simulated people and a fault plan over simulated
 * time. A seed decides everything, so the same seed is the same run.
 */
final class Simulation {
  /** The number that no byte of Turno's may show. */
  static final String CANARY = "699731597";

  private static final long START_MS = 1_800_000_000_000L;
  private static final long HEAL_MS = 5_000;

  /** How often belief was held against the PBX. */
  static final String LOOKS = "looks";

  /** How often of those any difference of more than {@link #HEAL_MS} would have been a fault. */
  static final String STRICT_LOOKS = "strict looks";

  private static final long LOOK_EVERY_MS = 500;
  private static final long DRAIN_LIMIT_MS = 3 * 3_600_000L;
  private static final int LAST_ENTRIES = Integer.getInteger("turno.entries", 40);

  /**
   * What a run showed.
   *
   * @param journalHash of every byte of the journal
   * @param happened how often each kind of thing happened
   */
  record Result(
      long contacts, long decisions, long journalHash, SortedMap<String, Long> happened) {}

  /**
   * What is simulated.
   *
   * @param day who calls whom
   * @param faults what goes wrong
   * @param activeMs how long callers come
   * @param intoTheDayMs how much of the day is over before
   * @param supervised whether somebody moves contacts about
   */
  record Options(
      TestDay day, FaultRates faults, long activeMs, long intoTheDayMs, boolean supervised) {
    /** A small floor and a mix of faults, both drawn by the seed. */
    static Options drawn(long seed) {
      SimRandom random = new SimRandom(seed).stream("options");
      return new Options(
          RandomDay.drawn(random.stream("day")),
          random.chance(0.1) ? FaultRates.NONE : FaultRates.drawn(random.stream("faults")),
          random.between(15, 40) * 60_000,
          0,
          random.chance(0.5));
    }
  }

  private final long seed;
  private final Options options;
  private final VirtualScheduler time = new VirtualScheduler(START_MS);
  private final SimulatedExchange exchange;
  private final FaultPlan faults;
  private final SimulatedTurno turno;
  private final SimulatedFloor floor;
  private final DrawnSupervisor supervisor;
  private final DrawnDoors doors;
  private final DrawnOldQueues oldQueues;
  private final DrawnListening listening;
  private final Invariants invariants;
  private final SortedMap<String, Long> differsSince = new TreeMap<>();
  private long looks;
  private long strictLooks;

  private Simulation(long seed, Options options) {
    SimRandom random = new SimRandom(seed);
    this.seed = seed;
    this.options = options;
    exchange =
        new SimulatedExchange(
            TestDays.PBX, time, random.stream("exchange"), ExchangeTimes.typical());
    faults = new FaultPlan(options.faults(), exchange, random.stream("faults"));
    List<Entry> journal = new ArrayList<>();
    invariants = new Invariants(journal);
    turno =
        new SimulatedTurno(
            exchange,
            options.day().plan(),
            random.stream("turno"),
            faults,
            journal,
            this::decided,
            invariants::recovered);
    floor =
        new SimulatedFloor(
            options.day(),
            exchange,
            turno,
            random.stream("floor"),
            new DrawnCallers(options.day().plan(), random.stream("callers")));
    doors = new DrawnDoors(turno, time, random.stream("door keeper"));
    supervisor = new DrawnSupervisor(turno, random.stream("supervisor"));
    listening = new DrawnListening(turno, exchange, random.stream("listening"));
    oldQueues = new DrawnOldQueues(turno, time, random.stream("old queues"));
  }

  /** Runs it; throws an AssertionError that says how to see it again. */
  static Result run(long seed, Options options) {
    Simulation simulation = new Simulation(seed, options);
    try {
      return simulation.live();
    } catch (RuntimeException broken) {
      throw new AssertionError(simulation.describe(broken), broken);
    }
  }

  private Result live() {
    floor.start(options.intoTheDayMs());
    turno.start();
    faults.begin(turno, options.day().plan());
    if (options.supervised()) {
      supervisor.begin();
      listening.begin();
    }
    doors.begin();
    if (!options.day().plan().observed().isEmpty()) {
      oldQueues.begin();
    }
    time.schedule(LOOK_EVERY_MS, this::look);
    time.runUntil(START_MS + options.activeMs());
    faults.stop(turno, options.day().plan());
    floor.closeDoors();
    long limitMs = time.nowMs() + DRAIN_LIMIT_MS;
    while (!drained() && time.nowMs() < limitMs) {
      time.runUntil(time.nowMs() + 1_000);
      if (time.nowMs() > limitMs - DRAIN_LIMIT_MS / 2) {
        supervisor.givesUpCallbacks();
      }
    }
    time.runUntil(time.nowMs() + 60_000);
    AcdState state = running();
    invariants.nobodyStuck(state, exchange.inventory());
    invariants.replayEqualsLive();
    if (options.faults().equals(FaultRates.NONE)) {
      invariants.nothingWentWrong(floor.counts());
    }
    Happenings happened = new Happenings();
    turno.journal().forEach(happened::count);
    happened.count(LOOKS, looks);
    happened.count(STRICT_LOOKS, strictLooks);
    return new Result(
        state.contactCount(), turno.journal().size(), invariants.journalHash(), happened.counts());
  }

  private AcdState running() {
    AcdState state = turno.state();
    if (state == null) {
      throw new InvariantBroken("NobodyStuck", "Turno did not come back");
    }
    return state;
  }

  private boolean drained() {
    AcdState state = turno.state();
    return state != null
        && exchange.linked()
        && exchange.legCount() == state.agents().stream().filter(a -> a.line().isUp()).count()
        && state.contacts().isEmpty()
        && state.agents().stream().allMatch(agent -> agent.leg() == null || agent.line().isUp());
  }

  private void decided() {
    invariants.decided(running());
  }

  /** What differs must not differ for long once nothing disturbs any more. */
  private void look() {
    AcdState state = turno.state();
    looks++;
    if (state == null || !exchange.linked()) {
      faults.disturbedFor(LOOK_EVERY_MS + 1_000);
      differsSince.clear();
    } else {
      strictLooks += time.nowMs() - faults.disturbedUntilMs() > HEAL_MS ? 1 : 0;
      var differences = Divergences.between(state, exchange.inventory());
      differsSince.keySet().retainAll(differences);
      differences.forEach(d -> differsSince.putIfAbsent(d, time.nowMs()));
      differsSince.forEach(this::mustHeal);
    }
    time.schedule(LOOK_EVERY_MS, this::look);
  }

  private void mustHeal(String difference, long sinceMs) {
    long quietSinceMs = Math.max(sinceMs, faults.disturbedUntilMs());
    if (time.nowMs() - quietSinceMs > HEAL_MS) {
      throw new InvariantBroken(
          "NobodyStuck",
          difference + ", for " + (time.nowMs() - sinceMs) + " ms and nothing disturbs it");
    }
  }

  private String describe(RuntimeException broken) {
    StringBuilder text = new StringBuilder();
    text.append(broken.getMessage()).append("\nseed ").append(seed);
    text.append(String.format(Locale.ROOT, ", %.3f s", (time.nowMs() - START_MS) / 1e3));
    text.append(" into the run. See it again: mvn -pl pbx-adapters -am test -Dsimulation");
    text.append(" -Dturno.skip.unit -Dturno.seed=").append(seed).append("\nfaults: ");
    text.append(options.faults()).append("\nthe last entries (more with -Dturno.entries=N):\n");
    List<Entry> entries = turno.journal();
    int from = Math.max(0, entries.size() - LAST_ENTRIES);
    entries.subList(from, entries.size()).forEach(entry -> append(text, entry));
    @Nullable AcdState state = turno.state();
    return text.append(state == null ? "no process runs" : state.dump()).toString();
  }

  private static void append(StringBuilder text, Entry entry) {
    text.append(
        String.format(
            Locale.ROOT,
            "%9.3f #%d %s%n",
            (entry.timeMs() - START_MS) / 1e3,
            entry.seq(),
            entry.input()));
    entry.events().forEach(event -> text.append("            = ").append(event).append('\n'));
    entry.effects().forEach(effect -> text.append("            > ").append(effect).append('\n'));
  }
}
