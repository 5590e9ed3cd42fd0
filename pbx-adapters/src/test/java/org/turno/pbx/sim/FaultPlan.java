package org.turno.pbx.sim;

import java.util.List;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.FloorPlan;

/** What goes wrong in one run, and when; all of it decided by the seed. */
final class FaultPlan implements LinkFaults {
  /** After a loss the adapter asks for the inventory within this time. */
  private static final long RESYNC_MS = 3_100;

  /** An offer whose refusal nobody reported ends with its ringing time. */
  private static final long LOST_REPORT_MS = 35_000;

  /** Nobody mends the network for ten minutes. */
  private static final long LONG_OUTAGE_MS = 600_000;

  private final FaultRates rates;
  private final SimScheduler scheduler;
  private final SimulatedExchange exchange;
  private final SimRandom messages;
  private final SimRandom spells;
  private boolean active = true;
  private long slowUntilMs;
  private long disturbedUntilMs;

  FaultPlan(FaultRates rates, SimulatedExchange exchange, SimRandom random) {
    this.rates = rates;
    this.scheduler = exchange.scheduler();
    this.exchange = exchange;
    this.messages = random.stream("messages");
    this.spells = random.stream("spells");
  }

  /** Plans the spells. */
  void begin(SimulatedTurno turno, FloorPlan plan) {
    every("link", rates.linkEveryMs(), random -> breakLink(random));
    every("restart", rates.restartEveryMs(), random -> restart(random));
    every("crash", rates.crashEveryMs(), random -> crash(turno, random));
    every("slow", rates.slowEveryMs(), random -> slow(random));
    every("full", rates.fullEveryMs(), random -> overload(turno, random));
    every(
        "reconfigure",
        rates.reconfigureEveryMs(),
        random -> {
          if (turno.reconfigure(PlanChanges.change(plan, random))) {
            disturbedFor(1_000);
          }
        });
  }

  /** Nothing goes wrong any more. */
  void stop(SimulatedTurno turno, FloorPlan plan) {
    active = false;
    slowUntilMs = 0;
    turno.load(1_024, 0);
    turno.spare();
    if (rates.reconfigureEveryMs() > 0) {
      restore(turno, plan);
    }
  }

  private void restore(SimulatedTurno turno, FloorPlan plan) {
    if (!turno.reconfigure(plan)) {
      scheduler.schedule(1_000, () -> restore(turno, plan));
    }
  }

  /** Until when belief and PBX may differ because of a fault, epoch milliseconds. */
  long disturbedUntilMs() {
    return disturbedUntilMs;
  }

  /** Something happened that may take this long to heal. */
  void disturbedFor(long ms) {
    disturbedUntilMs = Math.max(disturbedUntilMs, scheduler.nowMs() + ms);
  }

  private void breakLink(SimRandom random) {
    long forMs = random.chance(0.5) ? random.between(0, 3_000) : random.between(3_000, 40_000);
    if (random.chance(0.05)) {
      forMs = LONG_OUTAGE_MS;
    }
    disturbedFor(forMs + RESYNC_MS);
    exchange.breakLink("cable pulled", forMs);
  }

  private void restart(SimRandom random) {
    long downMs = random.between(500, 20_000);
    disturbedFor(downMs + RESYNC_MS);
    exchange.restart(downMs);
  }

  private void crash(SimulatedTurno turno, SimRandom random) {
    SimulatedTurno.CrashPoint[] points = SimulatedTurno.CrashPoint.values();
    SimulatedTurno.CrashPoint point = points[(int) random.between(0, points.length - 1)];
    if (point == SimulatedTurno.CrashPoint.WHILE_STARTING) {
      turno.crashTwice(random.between(20, 2_000));
      return;
    }
    turno.crashAt(
        point, random.chance(0.5) ? random.between(20, 2_000) : random.between(2_000, 40_000));
  }

  private void slow(SimRandom random) {
    slowUntilMs = scheduler.nowMs() + random.between(5_000, 20_000);
    disturbedFor(slowUntilMs - scheduler.nowMs() + RESYNC_MS);
  }

  private void overload(SimulatedTurno turno, SimRandom random) {
    long forMs = random.between(2_000, 8_000);
    disturbedFor(forMs + RESYNC_MS);
    turno.load((int) random.between(1, 4), random.between(100, 600));
    scheduler.schedule(forMs, () -> turno.load(1_024, 0));
  }

  @Override
  public List<Long> copies(PbxInput fact) {
    if (!active) {
      return DELIVERED;
    } else if (messages.chance(rates.lost())) {
      disturbedFor(RESYNC_MS);
      return List.of();
    } else if (messages.chance(rates.repeated())) {
      return late(List.of(0L, messages.between(0, 1_000)));
    } else if (messages.chance(rates.late())) {
      return late(List.of(messages.between(1, messages.chance(0.5) ? 20 : 2_000)));
    }
    return DELIVERED;
  }

  private List<Long> late(List<Long> copies) {
    disturbedFor(copies.getLast() + RESYNC_MS);
    return copies;
  }

  @Override
  public List<Long> copies(EffectReport report) {
    if (!active || !messages.chance(rates.reports())) {
      return DELIVERED;
    }
    return switch ((int) messages.between(0, 2)) {
      case 0 -> {
        disturbedFor(LOST_REPORT_MS);
        yield List.of();
      }
      case 1 -> late(List.of(0L, messages.between(0, 1_000)));
      case 2 -> late(List.of(messages.between(1, 2_000)));
      default -> throw new IllegalStateException("drawn out of range");
    };
  }

  @Override
  public long commandDelayMs(Effect effect) {
    if (scheduler.nowMs() >= slowUntilMs) {
      return 0;
    }
    long delayMs = messages.between(0, 3_000);
    disturbedFor(delayMs + RESYNC_MS);
    return delayMs;
  }

  /** A kind of spell with a stream of chance of its own. */
  private void every(String name, long meanMs, java.util.function.Consumer<SimRandom> what) {
    if (meanMs > 0) {
      next(spells.stream(name), meanMs, what);
    }
  }

  private void next(SimRandom random, long meanMs, java.util.function.Consumer<SimRandom> what) {
    scheduler.schedule(
        (long) random.exponential((double) meanMs),
        () -> {
          if (active) {
            what.accept(random);
            next(random, meanMs, what);
          }
        });
  }
}
