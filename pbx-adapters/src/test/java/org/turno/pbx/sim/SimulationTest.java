package org.turno.pbx.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whole simulated days, with every invariant checked after every decision. {@code -Dturno.seeds=N}
 * runs the first N drawn floors instead of 2,000, {@code -Dturno.seed=N} only number N.
 */
@Tag("simulation")
final class SimulationTest {
  private static final int SEEDS = 2_000;

  /**
   * A simulated PBX is never asked for the same thing twice over, and that it does not know a phone
   * is in its inventory alone. One key is like another. Simulated callers who are called back
   * neither decline nor are out of reach. Of queues that are looked at, floors draw who comes, is
   * served and leaves, with gaps and repeats: the other facts have tests beside their adapter and
   * on a real PBX.
   */
  private static final List<String> NEVER =
      List.of(
          "AgentEvent.PhoneNoted UNKNOWN",
          "Callback.Missed REJECTED",
          "Callback.Missed UNREACHABLE",
          "EffectReport.Failed ALREADY_DONE",
          "ObservedEvent.AgentPhoneChanged BUSY",
          "ObservedEvent.AgentPhoneChanged UNKNOWN",
          "ObservedEvent.AgentPhoneChanged UNREACHABLE",
          "ObservedEvent.Ended CALLBACK_CANCELLED",
          "ObservedEvent.Ended CALLBACK_EXPIRED",
          "ObservedEvent.Ended CALLBACK_FAILED",
          "ObservedEvent.Ended CALLBACK_MERGED",
          "ObservedEvent.Ended CALLER",
          "ObservedEvent.Ended TAKEN_BY_PBX",
          "ObservedEvent.Ended TRANSFER",
          "ObservedEvent.Ended TURNED_AWAY",
          "ObservedEvent.Ended UNSERVABLE",
          "ObservedInput.AgentPhoneChanged",
          "ObservedInput.AgentPhoneChanged BUSY",
          "ObservedInput.AgentPhoneChanged FREE",
          "ObservedInput.AgentPhoneChanged UNKNOWN",
          "ObservedInput.AgentPhoneChanged UNREACHABLE",
          "ObservedInput.AgentRemoved",
          "ObservedInput.Completed CALLER",
          "ObservedInput.Completed TRANSFER",
          "ObservedInput.Completed UNKNOWN",
          "PbxInput.KeyPressed HASH",
          "PbxInput.KeyPressed K4",
          "PbxInput.KeyPressed K5",
          "PbxInput.KeyPressed K6",
          "PbxInput.KeyPressed K7",
          "PbxInput.KeyPressed K8",
          "PbxInput.KeyPressed K9",
          "PbxInput.KeyPressed STAR",
          "PbxInput.PhoneChanged UNKNOWN");

  private static final long REPORT_EVERY_NANOS = 3_000_000_000L;
  private static final long HOUR_MS = 3_600_000L;

  private final ConcurrentSkipListMap<Long, AssertionError> broken = new ConcurrentSkipListMap<>();
  private final Happenings happened = new Happenings();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong contacts = new AtomicLong();
  private final AtomicLong decisions = new AtomicLong();
  private final AtomicLong reportedNanos = new AtomicLong(System.nanoTime());

  @Test
  @Timeout(value = 38, unit = TimeUnit.MINUTES)
  void noDrawnFloorBreaksAnInvariantWhateverGoesWrong() {
    Long only = Long.getLong("turno.seed");
    long first = only == null ? 1 : only;
    long last = only == null ? Integer.getInteger("turno.seeds", SEEDS) : only;
    try (ExecutorService pool =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<CompletableFuture<Void>> runs =
          LongStream.rangeClosed(first, last)
              .mapToObj(seed -> CompletableFuture.runAsync(() -> run(seed, last), pool))
              .toList();
      CompletableFuture.allOf(runs.toArray(CompletableFuture[]::new)).join();
    }
    if (!broken.isEmpty()) {
      StringBuilder text = new StringBuilder("broken rules, by seed:\n");
      broken.forEach(
          (seed, rule) -> text.append(seed).append(": ").append(head(rule)).append('\n'));
      throw new AssertionError(text.append(broken.firstEntry().getValue().getMessage()));
    }
    assertTrue(contacts.get() > 0, "no contact was simulated");
    long strict = happened.counts().getOrDefault(Simulation.STRICT_LOOKS, 0L);
    long looks = happened.counts().getOrDefault(Simulation.LOOKS, 0L);
    System.out.printf(
        Locale.ROOT,
        "simulation: at %d of %d looks nothing disturbed, so that belief and PBX had to agree%n",
        strict,
        looks);
    if (last >= SEEDS) {
      assertTrue(strict * 10 > looks, "the floors are hardly ever left in peace");
      List<String> never = new ArrayList<>(happened.never());
      never.removeAll(NEVER);
      assertEquals(List.of(), never, () -> "never happened; what did: " + happened.counts());
    }
  }

  @Test
  void theSameSeedIsTheSameRunByteForByte() {
    long seed = 4;
    Simulation.Result once = Simulation.run(seed, Simulation.Options.drawn(seed));
    Simulation.Result again = Simulation.run(seed, Simulation.Options.drawn(seed));
    assertEquals(once, again);
  }

  @Test
  void theTestDaysPassWithAndWithoutFaults() {
    for (TestDay day :
        List.of(
            TestDays.weekday012(),
            TestDays.surge012(),
            TestDays.councils13(),
            TestDays.appointments(),
            TestDays.hotline())) {
      for (FaultRates faults : List.of(FaultRates.NONE, FaultRates.EVERYTHING)) {
        long fromMs = day.name().equals("hotline") ? 10 * HOUR_MS : 2 * HOUR_MS;
        Simulation.Result result =
            Simulation.run(1, new Simulation.Options(day, faults, HOUR_MS, fromMs, false));
        assertTrue(result.contacts() > 0, day.name());
        System.out.printf(
            Locale.ROOT,
            "simulation: %s, %s faults: %d contacts, %d decisions%n",
            day.name(),
            faults.equals(FaultRates.NONE) ? "without" : "with",
            result.contacts(),
            result.decisions());
      }
    }
  }

  private static String head(AssertionError rule) {
    return String.valueOf(rule.getMessage()).lines().findFirst().orElse("");
  }

  private void run(long seed, long last) {
    try {
      Simulation.Result result = Simulation.run(seed, Simulation.Options.drawn(seed));
      contacts.addAndGet(result.contacts());
      decisions.addAndGet(result.decisions());
      synchronized (happened) {
        happened.add(result.happened());
      }
    } catch (AssertionError rule) {
      broken.put(seed, rule);
    }
    long seeds = done.incrementAndGet();
    long before = reportedNanos.get();
    long now = System.nanoTime();
    boolean due = now - before > REPORT_EVERY_NANOS && reportedNanos.compareAndSet(before, now);
    if (due || seeds == last) {
      System.out.printf(
          Locale.ROOT,
          "simulation: %d of %d seeds, %d contacts, %d decisions%s%n",
          seeds,
          last,
          contacts.get(),
          decisions.get(),
          broken.isEmpty() ? "" : ", BROKEN by " + broken.keySet());
    }
  }
}
