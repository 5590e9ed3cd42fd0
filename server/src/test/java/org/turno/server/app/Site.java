package org.turno.server.app;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.turno.acd.engine.EngineClock;
import org.turno.acd.input.DeskInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.pbx.sim.CallerIdentity;
import org.turno.pbx.sim.ExchangeTimes;
import org.turno.pbx.sim.LinkFaults;
import org.turno.pbx.sim.Party;
import org.turno.pbx.sim.RealTimeScheduler;
import org.turno.pbx.sim.SimRandom;
import org.turno.pbx.sim.SimulatedExchange;
import org.turno.pbx.sim.SimulatedPbx;
import org.turno.server.config.ConfigReader;
import org.turno.server.config.TurnoConfig;
import org.turno.stats.ContactFigures;
import org.turno.stats.FloorFigures;

/**
 * A whole installation from a configuration file, with a simulated PBX that outlives Turno: phones
 * PJSIP/1001 and PJSIP/1002 answer at once, callers wait for ever.
 */
public final class Site implements AutoCloseable {
  /** What programs show. */
  public static final String TOKEN = "0123456789abcdef0123";

  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static final String YAML =
      """
      pbxs:
        sim:
          type: asterisk
          ari: {user: turno, password_env: SECRET}
          ami: {user: turno, password_env: SECRET}
      queues:
        general: {offer_timeout: 15s}
      lines:
        '012': {queue: general}
      agents:
        anna: {phone: PJSIP/1001}
      http: {port: 0, token_env: TOKEN}
      journal: {dir: journal}
      """;

  private final Path file;
  private final Map<String, String> environment;
  private final RealTimeScheduler scheduler = new RealTimeScheduler(EngineClock.system());
  private final SimRandom random = new SimRandom(1);
  private final SimulatedExchange exchange =
      new SimulatedExchange(new PbxId("sim"), scheduler, random, ExchangeTimes.typical());

  /** Nothing runs yet but the PBX. */
  public Site(Path folder) throws IOException {
    file = folder.resolve("turno.yaml");
    environment = Map.of("SECRET", "1234", "TOKEN", TOKEN, "STATE_DIRECTORY", folder.toString());
    Files.writeString(file, YAML);
    for (String phone : List.of("PJSIP/1001", "PJSIP/1002")) {
      onPbx(() -> exchange.install(new PhoneId(exchange.id(), phone), new QuickAgent()));
    }
  }

  /** Picks up as soon as it rings. */
  private final class QuickAgent implements Party {
    @Override
    public void rings(LegId leg, LineId line, String display) {
      exchange.answer(leg);
    }

    @Override
    public void opensLine(LegId leg) {
      exchange.answer(leg);
    }
  }

  /** Starts Turno; the PBX goes on when it is closed. */
  public TurnoServer start() {
    TurnoConfig config = ConfigReader.read(file, environment).config().orElseThrow();
    return TurnoServer.start(
        ServerSetup.of(
            config,
            environment,
            (vertx, inputs) ->
                List.of(new SimulatedPbx(exchange, random.stream("link"), LinkFaults.none())),
            plan -> {}));
  }

  /** Changes the configuration file. */
  public void edit(String was, String becomes) throws IOException {
    String text = Files.readString(file);
    if (!text.contains(was)) {
      fail("the file has no " + was);
    }
    Files.writeString(file, text.replace(was, becomes));
  }

  /** The configuration file. */
  public Path file() {
    return file;
  }

  /** A caller dials a line and waits for ever. */
  public void call(String line) {
    onPbx(
        () ->
            exchange.call(
                new LineId(line), new CallerIdentity("600000000", false), new Party() {}));
  }

  /** Legs on the PBX that are Turno's concern. */
  public int legs() {
    CompletableFuture<Integer> count = new CompletableFuture<>();
    onPbx(() -> count.complete(exchange.turnoLegs().size()));
    return count.join();
  }

  /** Signs an agent in and waits for the journal. */
  public static void signIn(TurnoServer server, String agent) {
    server.inputs().submit(new DeskInput.SignIn(new AgentId(agent))).toCompletableFuture().join();
  }

  /** Waits until the figures are as said. */
  public static FloorFigures await(
      TurnoServer server, String what, Predicate<FloorFigures> condition) {
    await(what, () -> condition.test(server.figures().current()));
    return server.figures().current();
  }

  /** Waits until the PBX is connected and worked through. */
  public static void awaitConnected(TurnoServer server) {
    await(
        server,
        "the PBX to be connected",
        figures -> figures.pbxs().stream().anyMatch(pbx -> pbx.connected()));
  }

  /** Ids of the contacts, in order of arrival. */
  public static List<String> contacts(FloorFigures figures) {
    return figures.contacts().stream().map(ContactFigures::id).map(id -> id.value()).toList();
  }

  private static void await(String what, BooleanSupplier condition) {
    long startNanos = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - startNanos > LIMIT_NANOS) {
        fail("waited in vain for " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  private void onPbx(Runnable act) {
    scheduler.schedule(0, act);
  }

  @Override
  public void close() {
    scheduler.close();
  }
}
