package org.turno.server.app;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.turno.acd.engine.InputSink;
import org.turno.pbx.PbxAdapter;
import org.turno.pbx.QueueObserver;
import org.turno.server.web.ReloadHandler;
import org.turno.server.web.ReloadResult;
import org.turno.server.web.WebParts;
import org.turno.server.web.WebServer;
import org.turno.stats.FiguresPublisher;
import org.turno.stats.FloorFigures;

/**
 * A running Turno: engine, PBXs and HTTP. Starting recovers from the journal; closing leaves the
 * calls on the PBXs as they are.
 */
public final class TurnoServer implements AutoCloseable {
  private static final long LIMIT_MS = 20_000;
  private static final int EVENT_LOOPS = 2;

  private final Teardown teardown;
  private final Teardown pbxLinks = new Teardown();
  private final Engine engine;
  private final ReloadHandler reloadHandler;
  private final WebServer web;

  private TurnoServer(ServerSetup setup, Teardown teardown) {
    this.teardown = teardown;
    engine = Engine.open(setup.journal(), setup.clock(), setup.zone(), setup.plan());
    teardown.add("the engine", engine);
    setup.numbers().ifPresentOrElse(engine::keep, engine::keepNoNumbers);
    setup.shadow().ifPresent(shadow -> engine.shadow(shadow.name(), shadow.plan()));
    Vertx vertx = vertx();
    teardown.add("Vert.x", () -> await(vertx.close()));
    DoorClock doors = new DoorClock(engine.inputs(), setup.clock());
    teardown.add("the opening hours", doors);
    // right behind the configuration, before anybody can call
    doors.goBy(setup.openings());
    reloadHandler = setup.reload().make(engine.inputs(), doors::goBy);
    web = await(WebServer.start(vertx, setup.web(), parts(setup)));
    teardown.add("HTTP", () -> await(web.close()));
    List<PbxAdapter> pbxs = setup.pbxs().make(vertx, engine.inputs());
    teardown.add("the links to the PBXs", pbxLinks);
    for (PbxAdapter pbx : pbxs) {
      engine.dispatcher().add(pbx);
      engine.links().add(pbx.id(), pbx::counts);
      pbxLinks.add("the link to PBX " + pbx.id(), pbx);
    }
    List<QueueObserver> observers = setup.observers().make(vertx);
    for (QueueObserver one : observers) {
      pbxLinks.add("the view of PBX " + one.id(), one);
      engine.links().add(one.id(), () -> one.figures().counts());
    }
    engine.start();
    doors.start();
    pbxs.forEach(pbx -> pbx.start(engine.inputs()));
    observers.forEach(one -> one.start(engine.inputs()));
  }

  /**
   * Recovers, listens, connects and begins to decide.
   *
   * @throws org.turno.acd.engine.JournalException when the journal cannot be used, for example
   *     because another Turno has it
   * @throws IllegalStateException when HTTP cannot listen; the message says what to do
   */
  public static TurnoServer start(ServerSetup setup) {
    Teardown teardown = new Teardown();
    boolean started = false;
    try {
      TurnoServer server = new TurnoServer(setup, teardown);
      started = true;
      return server;
    } finally {
      if (!started) {
        teardown.close();
      }
    }
  }

  private WebParts parts(ServerSetup setup) {
    return new WebParts(
        engine.figures(),
        engine.metrics(),
        engine.inputs(),
        engine::outlook,
        reloadHandler,
        List::of,
        setup.clock());
  }

  /** Without the folder that Vert.x would unpack class-path files into. */
  private static Vertx vertx() {
    FileSystemOptions files =
        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    return Vertx.vertx(
        new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS).setFileSystemOptions(files));
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(LIMIT_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("no answer within " + LIMIT_MS + " ms: restart Turno", e);
    }
  }

  /** The port that HTTP listens on. */
  public int port() {
    return web.port();
  }

  /** Where inputs go. */
  public InputSink inputs() {
    return engine.inputs();
  }

  /** Inputs that wait to be decided. */
  public long inputsWaiting() {
    return engine.inputsWaiting();
  }

  /** What screens show. */
  public FiguresPublisher figures() {
    return engine.figures();
  }

  /** Entries in the journal. */
  public long journalEntries() {
    return engine.entries();
  }

  /** Reads the configuration again, as POST /api/v1/reload does. */
  public CompletionStage<ReloadResult> reload() {
    return reloadHandler.reload();
  }

  /** Completes with the reason when Turno has stopped deciding by itself. */
  public CompletableFuture<Throwable> halted() {
    return engine.halted();
  }

  /**
   * Lets go of the PBXs, stops deciding for good and returns the figures at the last entry. HTTP
   * goes on until {@link #close}.
   */
  public FloorFigures finish() {
    pbxLinks.close();
    return engine.finish(LIMIT_MS);
  }

  @Override
  public void close() {
    teardown.close();
  }
}
