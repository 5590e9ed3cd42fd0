package org.turno.server.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.turno.stats.FloorFigures;

/** GET /api/v1/stream: all its readers. */
final class StreamHub {
  private static final int MOST_READERS = 256;
  private static final long TICK_MS = 2_000;
  private static final long HELLO_LIMIT_MS = 5_000;

  private final Vertx vertx;
  private final WebParts parts;
  private final Guard guard;
  private final HealthRoutes health;
  private final StreamMessages messages;
  private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
  private Runnable unsubscribe = () -> {};
  private long ticker;

  StreamHub(Vertx vertx, WebParts parts, Guard guard, HealthRoutes health) {
    this.vertx = vertx;
    this.parts = parts;
    this.guard = guard;
    this.health = health;
    this.messages = new StreamMessages(parts.clock());
  }

  void start() {
    unsubscribe = parts.figures().subscribe(this::published);
    ticker =
        vertx.setPeriodic(
            TICK_MS, id -> clients.forEach(c -> c.run(() -> c.tick(health.reasons()))));
  }

  void close() {
    unsubscribe.run();
    vertx.cancelTimer(ticker);
  }

  private void published(FloorFigures figures) {
    clients.forEach(client -> client.run(() -> client.push(health.reasons())));
  }

  void connect(RoutingContext request) {
    if (clients.size() >= MOST_READERS) {
      Problem.of(
              503,
              "Too many screens",
              "The stream has " + MOST_READERS + " readers: close one that is not looked at.")
          .retryAfter(10)
          .send(request);
      return;
    }
    boolean admitted = guard.mayPass(request.request());
    Context context = vertx.getOrCreateContext();
    request
        .request()
        .toWebSocket()
        .onSuccess(socket -> connected(socket, context, admitted))
        .onFailure(
            failure ->
                Problem.of(
                        400,
                        "Not a WebSocket",
                        "Connect to /api/v1/stream with a WebSocket; GET /api/v1/queues answers"
                            + " plain requests.")
                    .send(request));
  }

  private void connected(ServerWebSocket socket, Context context, boolean admitted) {
    StreamClient client =
        new StreamClient(socket, context, guard, messages, parts.figures(), admitted);
    clients.add(client);
    socket.closeHandler(nothing -> clients.remove(client));
    socket.exceptionHandler(failure -> clients.remove(client));
    socket.textMessageHandler(text -> client.hello(text, health.reasons()));
    socket.drainHandler(nothing -> client.push(health.reasons()));
    vertx.setTimer(
        HELLO_LIMIT_MS,
        id -> {
          if (!client.admitted()) {
            socket.close(StreamClient.UNAUTHORIZED, "no hello message came in 5 s");
          }
        });
    client.push(health.reasons());
  }
}
