package org.turno.server.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.turno.acd.engine.InputSink;
import org.turno.acd.journal.JournalStat;
import org.turno.pbx.PbxAdapter;
import org.turno.pbx.sim.ExchangeTimes;
import org.turno.pbx.sim.LinkFaults;
import org.turno.pbx.sim.RealTimeScheduler;
import org.turno.pbx.sim.SimRandom;
import org.turno.pbx.sim.SimulatedExchange;
import org.turno.pbx.sim.SimulatedFloor;
import org.turno.pbx.sim.SimulatedPbx;
import org.turno.pbx.sim.TestDay;
import org.turno.pbx.sim.TestDays;
import org.turno.server.config.JournalConfig;
import org.turno.server.web.AccessPolicy;
import org.turno.server.web.ReloadResult;
import org.turno.server.web.WebOptions;
import org.turno.stats.FloorFigures;

/** Turno with a simulated PBX, whose callers and agents live a weekday faster than real time. */
public final class Demo implements AutoCloseable {
  /** When the day's calls begin. */
  private static final LocalTime DAY_BEGINS = LocalTime.of(8, 0);

  /** When the demonstration begins, unless its journal is further: the morning's peak. */
  private static final LocalTime BEGINS = LocalTime.of(9, 30);

  /** A day that ends stops doing what is due: nobody waits longer for it. */
  private static final long SETTLE_LIMIT_MS = 1_000;

  private static final long SETTLE_POLL_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

  /**
   * How to run it.
   *
   * @param speed simulated seconds per real second, more than 0
   * @param seed of everything that chance decides
   * @param port of HTTP on loopback; 0 for any that is free
   * @param journalDir where to keep the journal; empty for a temporary folder
   */
  public record Options(double speed, long seed, int port, Optional<Path> journalDir) {}

  private final Options options;
  private final Path journalDir;
  private final PacedClock clock;
  private final long startMs;
  private final long startNanos = System.nanoTime();
  private final TestDay day = TestDays.weekday012();
  private final RealTimeScheduler scheduler;
  private final TurnoServer server;

  private Demo(Options options, Path journalDir) {
    this.options = options;
    this.journalDir = journalDir;
    this.startMs = Math.max(today(BEGINS), lastEntryMs(journalDir));
    this.clock = new PacedClock(startMs, options.speed());
    this.scheduler = new RealTimeScheduler(clock);
    boolean started = false;
    try {
      server =
          TurnoServer.start(
              new ServerSetup(
                  day.plan(),
                  JournalConfig.in(journalDir),
                  clock,
                  ZoneId.systemDefault(),
                  (vertx, inputs) -> people(inputs),
                  new WebOptions("127.0.0.1", options.port(), new AccessPolicy.Open()),
                  (inputs, hours) -> () -> CompletableFuture.completedFuture(noFile())));
      started = true;
    } finally {
      if (!started) {
        scheduler.close();
      }
    }
    clock.start(this::settle);
  }

  /** Waits until the people have done what was due and Turno has decided about it. */
  private void settle() {
    CountDownLatch done = new CountDownLatch(1);
    scheduler.schedule(0, done::countDown);
    try {
      boolean inTime = done.await(SETTLE_LIMIT_MS, TimeUnit.MILLISECONDS);
      while (inTime && server.inputsWaiting() > 0) {
        LockSupport.parkNanos(SETTLE_POLL_NANOS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Begins; who fails to listen or to open the journal is told as in {@link TurnoServer#start}. */
  public static Demo start(Options options) {
    if (options.journalDir().isPresent()) {
      return new Demo(options, options.journalDir().get());
    }
    Path folder = temporaryFolder();
    boolean started = false;
    try {
      Demo demo = new Demo(options, folder);
      started = true;
      return demo;
    } finally {
      if (!started) {
        remove(folder);
      }
    }
  }

  private List<PbxAdapter> people(InputSink inputs) {
    SimRandom random = new SimRandom(options.seed());
    SimulatedExchange exchange =
        new SimulatedExchange(
            TestDays.PBX, scheduler, random.stream("exchange"), ExchangeTimes.typical());
    SimulatedPbx pbx = new SimulatedPbx(exchange, random.stream("link"), LinkFaults.none());
    SimulatedFloor floor = new SimulatedFloor(day, exchange, inputs, random.stream("floor"));
    floor.start(Math.max(0, startMs - today(DAY_BEGINS)));
    return List.of(pbx);
  }

  private static ReloadResult noFile() {
    return new ReloadResult.Refused(
        List.of("the demonstration has no configuration file: use turno run --config FILE"));
  }

  /** The running server. */
  public TurnoServer server() {
    return server;
  }

  /** Where the journal is. */
  public Path journalDir() {
    return journalDir;
  }

  /** Whether the journal is removed at the end. */
  public boolean keepsNothing() {
    return options.journalDir().isEmpty();
  }

  /** The day that is lived. */
  public String dayName() {
    return day.name();
  }

  /** The simulated time at which it began, epoch milliseconds. */
  public long startMs() {
    return startMs;
  }

  /** The simulated time, epoch milliseconds. */
  public long nowMs() {
    return clock.nowMs();
  }

  /** Ends the day here and counts it. */
  public DemoSummary finish() {
    clock.close();
    scheduler.close();
    FloorFigures figures = server.finish();
    long realMs = (System.nanoTime() - startNanos) / 1_000_000;
    return new DemoSummary(
        figures, server.journalEntries(), startMs, realMs, options.speed(), options.seed());
  }

  @Override
  public void close() {
    clock.close();
    scheduler.close();
    server.close();
    if (keepsNothing()) {
      remove(journalDir);
    }
  }

  private static long today(LocalTime time) {
    ZoneId zone = ZoneId.systemDefault();
    return LocalDate.now(zone).atTime(time).atZone(zone).toInstant().toEpochMilli();
  }

  /** A journal that is continued never goes back in time. */
  private static long lastEntryMs(Path journalDir) {
    if (!Files.exists(journalDir.resolve("metadata.cq4t"))) {
      return 0;
    }
    return JournalStat.lastTimeMs(journalDir);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("turno-demo-");
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder for the journal: use --journal DIR", e);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}
