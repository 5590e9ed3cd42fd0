package org.turno.load.wallboard;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.EngineClock;
import org.turno.acd.input.DeskInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.TeamId;
import org.turno.acd.plan.TeamPlan;
import org.turno.pbx.sim.CallerIdentity;
import org.turno.pbx.sim.ExchangeTimes;
import org.turno.pbx.sim.LinkFaults;
import org.turno.pbx.sim.Party;
import org.turno.pbx.sim.RealTimeScheduler;
import org.turno.pbx.sim.SimRandom;
import org.turno.pbx.sim.SimulatedExchange;
import org.turno.pbx.sim.SimulatedPbx;
import org.turno.server.app.ServerSetup;
import org.turno.server.app.TurnoServer;
import org.turno.server.config.JournalConfig;
import org.turno.server.web.AccessPolicy;
import org.turno.server.web.ReloadResult;
import org.turno.server.web.WebOptions;
import org.turno.stats.FloorFigures;

/**
 * A large floor in real time: a real Turno beside a simulated PBX that outlives it. Agents pick up
 * at once and talk for ever; callers wait for ever.
 */
final class WallFloor implements AutoCloseable {
  private static final TeamId EARLIES = new TeamId("earlies");
  private static final TeamId LATES = new TeamId("lates");
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final List<String> TOWNS =
      List.of(
          "Alcobendas",
          "Colmenar Viejo",
          "Torrelodones",
          "San Sebastián de los Reyes",
          "Pinto",
          "Valdemoro",
          "Arganda del Rey",
          "Boadilla del Monte",
          "Galapagar",
          "Tres Cantos",
          "Villaviciosa de Odón",
          "San Fernando de Henares",
          "Majadahonda");
  private static final List<String> ALIASES =
      List.of("Alba", "Blas", "Candela", "Diego", "Elena", "Fermín", "Gloria", "Hugo");

  private final PbxId pbxId = new PbxId("centralita");
  private final RealTimeScheduler scheduler = new RealTimeScheduler(EngineClock.system());
  private final SimRandom random = new SimRandom(7);
  private final SimulatedExchange exchange =
      new SimulatedExchange(pbxId, scheduler, random, ExchangeTimes.typical());
  private final Path journal;
  private final AccessPolicy access;
  private final int agents;
  private int port;
  private @Nullable TurnoServer turno;

  /** Runs at once; q1 is the first of 13 queues, its target one second. */
  WallFloor(Path journal, int agents, AccessPolicy access) {
    this.journal = journal;
    this.agents = agents;
    this.access = access;
    for (int i = 1; i <= agents; i++) {
      scheduler.schedule(0, install(i));
    }
    start();
  }

  static AccessPolicy token(String token) {
    return new AccessPolicy.Credentials(Optional.of(token), new TreeMap<>(Map.of("jefa", "clave")));
  }

  private Runnable install(int agent) {
    return () -> exchange.install(phone(agent), new QuickAgent());
  }

  private PhoneId phone(int agent) {
    return new PhoneId(pbxId, "PJSIP/" + (2_000 + agent));
  }

  /** Picks up as soon as it rings. */
  private final class QuickAgent implements Party {
    @Override
    public void rings(LegId leg, LineId line, String display) {
      exchange.answer(leg);
    }
  }

  /** Starts Turno, after a stop on the same port. */
  void start() {
    ServerSetup setup =
        new ServerSetup(
            plan(),
            JournalConfig.in(journal),
            EngineClock.system(),
            ZoneId.of("Europe/Madrid"),
            (vertx, inputs) ->
                List.of(new SimulatedPbx(exchange, random.stream("link"), LinkFaults.none())),
            new WebOptions("127.0.0.1", port, access),
            (inputs, hours) ->
                () -> CompletableFuture.completedFuture(new ReloadResult.Refused(List.of())));
    TurnoServer started = TurnoServer.start(setup);
    turno = started;
    port = started.port();
    await("the PBX", figures -> figures.pbxs().stream().allMatch(pbx -> pbx.connected()));
  }

  /** Stops Turno; the calls go on at the PBX. */
  void stop() {
    server().close();
    turno = null;
  }

  int port() {
    return port;
  }

  private TurnoServer server() {
    TurnoServer running = turno;
    if (running == null) {
      throw new AssertionError("Turno is stopped");
    }
    return running;
  }

  private FloorPlan plan() {
    List<QueuePlan> queues = new ArrayList<>();
    List<LinePlan> lines = new ArrayList<>();
    for (int i = 1; i <= TOWNS.size(); i++) {
      QueueId queue = new QueueId("q" + i);
      queues.add(queue(queue, TOWNS.get(i - 1), i == 1 ? 1_000 : 20_000));
      lines.add(
          new LinePlan(
              new LineId("010-" + i),
              "010 " + TOWNS.get(i - 1),
              queue,
              0,
              Requirement.nothing(),
              CallerDisplay.LINE,
              false));
    }
    List<AgentPlan> people = new ArrayList<>();
    for (int i = 1; i <= agents; i++) {
      String alias = ALIASES.get(i % ALIASES.size()) + " " + i;
      QueueId serves = new QueueId("q" + (1 + i % TOWNS.size()));
      people.add(
          new AgentPlan(new AgentId("a" + i), alias, phone(i), Skills.NONE, List.of(serves))
              .with(i % 4 == 0 ? LATES : EARLIES));
    }
    return new FloorPlan(
        List.of(new PbxPlan(pbxId)),
        lines,
        queues,
        people,
        List.of(),
        List.of(new TeamPlan(EARLIES, "Mañanas"), new TeamPlan(LATES, "Tardes")));
  }

  private static QueuePlan queue(QueueId id, String name, long targetMs) {
    return QueuePlan.of(id.value()).named(name).measuredBy(targetMs, 5_000);
  }

  /** Signs agents in, from a first to a last. */
  void signIn(int first, int last) {
    for (int i = first; i <= last; i++) {
      submit(new DeskInput.SignIn(new AgentId("a" + i)));
    }
  }

  void pause(int agent, String reason) {
    submit(new DeskInput.Pause(new AgentId("a" + agent), reason));
  }

  private void submit(DeskInput wish) {
    server().inputs().submit(wish).toCompletableFuture().join();
  }

  /** A caller dials the line of a queue and waits for ever. */
  void call(int queue) {
    scheduler.schedule(
        0,
        () ->
            exchange.call(
                new LineId("010-" + queue),
                new CallerIdentity("600000000", false),
                new Party() {}));
  }

  void await(String what, Predicate<FloorFigures> condition) {
    long startNanos = System.nanoTime();
    while (!condition.test(server().figures().current())) {
      if (System.nanoTime() - startNanos > LIMIT_NANOS) {
        throw new AssertionError("waited in vain for " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  @Override
  public void close() {
    if (turno != null) {
      stop();
    }
    scheduler.close();
  }
}
