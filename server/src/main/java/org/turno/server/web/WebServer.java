package org.turno.server.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server: figures under {@code /api/v1}, the stream, agents' commands, health, metrics and
 * the wallboard. It reads published figures and hands in inputs; it decides nothing.
 */
public final class WebServer {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final int BODY_LIMIT_BYTES = 8 * 1024;

  private final HttpServer http;
  private final StreamHub stream;

  private WebServer(HttpServer http, StreamHub stream) {
    this.http = http;
    this.stream = stream;
  }

  /**
   * Starts to listen. Fails when the address is taken or not of this machine; the message says what
   * to do.
   */
  public static Future<WebServer> start(Vertx vertx, WebOptions options, WebParts parts) {
    Guard guard = new Guard(options.access());
    HealthRoutes health = new HealthRoutes(parts);
    StreamHub stream = new StreamHub(vertx, parts, guard, health);
    Router router = router(vertx, parts, guard, health, stream);
    HttpServerOptions http =
        new HttpServerOptions()
            .setHost(options.host())
            .setPort(options.port())
            .setCompressionSupported(true)
            .setMaxWebSocketMessageSize(BODY_LIMIT_BYTES)
            .setMaxWebSocketFrameSize(BODY_LIMIT_BYTES);
    return vertx
        .createHttpServer(http)
        .requestHandler(router)
        .listen()
        .recover(failure -> Future.failedFuture(notListening(options, failure)))
        .map(
            server -> {
              stream.start();
              LOG.info("HTTP listens on {}:{}", options.host(), server.actualPort());
              return new WebServer(server, stream);
            });
  }

  private static Throwable notListening(WebOptions options, Throwable failure) {
    return new IllegalStateException(
        "HTTP cannot listen on "
            + options.host()
            + ":"
            + options.port()
            + " ("
            + failure.getMessage()
            + "): choose another port, or stop what uses this one",
        failure);
  }

  /** The port that it listens on. */
  public int port() {
    return http.actualPort();
  }

  /** Stops listening and closes all connections. */
  public Future<Void> close() {
    stream.close();
    return http.close();
  }

  private static Router router(
      Vertx vertx, WebParts parts, Guard guard, HealthRoutes health, StreamHub stream) {
    WebFiles files = new WebFiles();
    Router router = Router.router(vertx);
    router.route().handler(context -> secure(context, files.contentSecurityPolicy()));
    router.route().handler(guard::sameSite);
    router.get("/api/v1/stream").handler(stream::connect);
    router.route("/api/*").handler(guard::authenticated);
    router.route("/metrics").handler(guard::authenticated);
    health.mount(router);
    new FiguresRoutes(parts).mount(router);
    router.post("/api/*").handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT_BYTES));
    new AgentCommands(parts).mount(router);
    new ContactCommands(parts).mount(router);
    new DoorRoutes(parts).mount(router);
    router.post("/api/v1/reload").handler(context -> reload(context, parts.reload()));
    router.get().handler(files::serve);
    problems(router);
    return router;
  }

  private static void secure(RoutingContext context, String contentSecurityPolicy) {
    HttpServerResponse response = context.response();
    response
        .putHeader("Content-Security-Policy", contentSecurityPolicy)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    context.next();
  }

  private static void reload(RoutingContext context, ReloadHandler handler) {
    Future.fromCompletionStage(handler.reload(), context.vertx().getOrCreateContext())
        .onSuccess(result -> reloaded(context, result))
        .onFailure(
            failure -> {
              LOG.error("The reload failed", failure);
              Problem.of(
                      500,
                      "Reload failed",
                      "The log says why. Nothing has changed: correct it and reload again.")
                  .send(context);
            });
  }

  private static void reloaded(RoutingContext context, ReloadResult result) {
    switch (result) {
      case ReloadResult.Applied applied -> {
        context.response().putHeader("Content-Type", "application/json; charset=utf-8");
        JsonObject json =
            new JsonObject()
                .put("seq", applied.seq())
                .put("changes", new JsonArray(applied.changes()))
                .put("needRestart", new JsonArray(applied.needRestart()));
        context.end(json.toBuffer());
      }
      case ReloadResult.Refused refused ->
          Problem.of(
                  422,
                  "Configuration refused",
                  "Nothing has changed. Correct the problems and reload again.")
              .with(refused.problems())
              .send(context);
    }
  }

  private static void problems(Router router) {
    router.errorHandler(
        404,
        context ->
            Problem.of(
                    404,
                    "Not found",
                    "There is nothing at "
                        + context.normalizedPath()
                        + ": see / for the wallboard and /api/v1/queues for figures.")
                .send(context));
    router.errorHandler(
        405,
        context ->
            Problem.of(405, "Wrong method", "Read with GET, command with POST.").send(context));
    router.errorHandler(
        413,
        context ->
            Problem.of(413, "Too long", "Send at most " + BODY_LIMIT_BYTES + " bytes.")
                .send(context));
    router.errorHandler(
        500,
        context -> {
          LOG.error(
              "{} {} failed",
              context.request().method(),
              context.normalizedPath(),
              context.failure());
          Problem.of(500, "Failed", "Turno failed at this request; the log says why.")
              .send(context);
        });
  }
}
