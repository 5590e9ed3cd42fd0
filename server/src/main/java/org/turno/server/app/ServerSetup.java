package org.turno.server.app;

import io.vertx.core.Vertx;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.turno.acd.engine.EngineClock;
import org.turno.acd.engine.InputSink;
import org.turno.acd.plan.FloorPlan;
import org.turno.pbx.PbxAdapter;
import org.turno.pbx.QueueObserver;
import org.turno.pbx.SealedNumbers;
import org.turno.server.config.JournalConfig;
import org.turno.server.config.Secret;
import org.turno.server.config.TurnoConfig;
import org.turno.server.hours.Opening;
import org.turno.server.web.AccessPolicy;
import org.turno.server.web.ReloadHandler;
import org.turno.server.web.WebOptions;

/**
 * What a server is made of.
 *
 * @param plan the configuration that the core starts with
 * @param journal where and how the journal is kept
 * @param clock what the core decides by
 * @param zone whose midnight begins a day
 * @param pbxs makes the adapters, not started yet
 * @param observers makes who looks at PBXs' own queues, not started yet
 * @param web where to listen and whom to let in
 * @param reload makes what POST /api/v1/reload does
 * @param shadow another configuration that looks on
 * @param openings which lines and queues have opening hours
 * @param numbers keeps the numbers of those who are to be called back
 */
public record ServerSetup(
    FloorPlan plan,
    JournalConfig journal,
    EngineClock clock,
    ZoneId zone,
    PbxFactory pbxs,
    ObserverFactory observers,
    WebOptions web,
    Reloading reload,
    Optional<ShadowPlan> shadow,
    List<Opening> openings,
    Optional<Numbers> numbers) {
  /**
   * A configuration that looks on.
   *
   * @param name what the log calls it
   */
  public record ShadowPlan(String name, FloorPlan plan) {}

  /** Without anybody who looks on, and without observed queues. */
  public ServerSetup(
      FloorPlan plan,
      JournalConfig journal,
      EngineClock clock,
      ZoneId zone,
      PbxFactory pbxs,
      WebOptions web,
      Reloading reload) {
    this(
        plan,
        journal,
        clock,
        zone,
        pbxs,
        vertx -> List.of(),
        web,
        reload,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** The same with a configuration that looks on. */
  public ServerSetup with(ShadowPlan other) {
    return new ServerSetup(
        plan,
        journal,
        clock,
        zone,
        pbxs,
        observers,
        web,
        reload,
        Optional.of(other),
        openings,
        numbers);
  }

  /** The same with opening hours. */
  public ServerSetup with(List<Opening> others) {
    return new ServerSetup(
        plan, journal, clock, zone, pbxs, observers, web, reload, shadow, others, numbers);
  }

  /** The same with observed queues. */
  ServerSetup observing(ObserverFactory others) {
    return new ServerSetup(
        plan, journal, clock, zone, pbxs, others, web, reload, shadow, openings, numbers);
  }

  /** The same with numbers to call back. */
  private ServerSetup keeping(Optional<Numbers> others) {
    return new ServerSetup(
        plan, journal, clock, zone, pbxs, observers, web, reload, shadow, openings, others);
  }

  /**
   * Turno in service, as a configuration with a token or a user describes it: with its Asterisks,
   * in real time, able to take up a changed file.
   *
   * @param environment where the configuration's secrets may come from
   */
  public static ServerSetup of(TurnoConfig config, Map<String, String> environment) {
    AgentPhones phones = new AgentPhones(config.plan());
    Customers customers = new Customers(config.plan(), config.customerKey());
    Observers observers = new Observers(config.plan(), config.observers());
    NumberKeys keys = NumberKeys.beside(config.journal().dir());
    Optional<Numbers> numbers = config.callbackKey().map(secret -> new Numbers(secret, keys));
    SealedNumbers sealed = numbers.<SealedNumbers>map(n -> n).orElse(SealedNumbers.NONE);
    PbxFactory pbxs = new Pbxs(config.pbxs(), phones, customers, sealed);
    return of(
            config,
            environment,
            pbxs,
            plan -> {
              phones.inForce(plan);
              customers.inForce(plan);
              observers.inForce(plan);
            })
        .observing(observers)
        .keeping(numbers);
  }

  /**
   * The same with other PBXs.
   *
   * @param inForce told of each configuration that a reload puts in force
   */
  static ServerSetup of(
      TurnoConfig config,
      Map<String, String> environment,
      PbxFactory pbxs,
      Consumer<FloorPlan> inForce) {
    SortedMap<String, String> passwords = new TreeMap<>();
    config.http().users().forEach((user, password) -> passwords.put(user, password.reveal()));
    AccessPolicy access =
        new AccessPolicy.Credentials(config.http().token().map(Secret::reveal), passwords);
    return new ServerSetup(
            config.plan(),
            config.journal(),
            EngineClock.system(),
            ZoneId.systemDefault(),
            pbxs,
            new WebOptions(config.http().host(), config.http().port(), access),
            (inputs, hours) -> new Reloader(config, environment, inputs, inForce, hours))
        .with(config.openings());
  }

  /** Makes what POST /api/v1/reload does. */
  @FunctionalInterface
  public interface Reloading {
    /**
     * Called once.
     *
     * @param hours told of the opening hours that each reload puts in force
     */
    ReloadHandler make(InputSink inputs, Consumer<List<Opening>> hours);
  }

  /** Makes the observers of a server. */
  @FunctionalInterface
  public interface ObserverFactory {
    /** Called once; one observer for each PBX that is looked at, not started. */
    List<QueueObserver> make(Vertx vertx);
  }

  /** Makes the adapters of a server. */
  @FunctionalInterface
  public interface PbxFactory {
    /**
     * Called once, when inputs can be handed in but nothing is decided yet.
     *
     * @return one adapter for each PBX, not started
     */
    List<PbxAdapter> make(Vertx vertx, InputSink inputs);
  }
}
