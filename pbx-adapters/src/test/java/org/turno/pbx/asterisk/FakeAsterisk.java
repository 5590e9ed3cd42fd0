package org.turno.pbx.asterisk;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Speaks enough of ARI to misbehave on demand. Anything it has no rule for it answers as an
 * Asterisk would that holds nothing and accepts every command.
 */
final class FakeAsterisk implements AutoCloseable {
  /** A reply, or none at all. */
  record Reply(int status, String body) {
    static final Reply OK = new Reply(204, "");
  }

  private record Rule(Predicate<String> request, @Nullable Reply reply) {}

  private final Vertx vertx;
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private @Nullable HttpServer server;
  private volatile @Nullable ServerWebSocket socket;
  private volatile Runnable afterInventory = () -> {};
  private int port;
  private int connections;

  FakeAsterisk(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Listens; after a first time on the same port again. */
  FakeAsterisk listen() {
    HttpServer fresh =
        vertx
            .createHttpServer()
            .webSocketHandler(this::connected)
            .requestHandler(request -> request.response().setStatusCode(426).end());
    server = await(fresh.listen(port, "127.0.0.1"));
    port = server.actualPort();
    return this;
  }

  int port() {
    return port;
  }

  synchronized int connections() {
    return connections;
  }

  /** Requests as "METHOD uri", oldest first. */
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  synchronized long asked(String part) {
    return asked.stream().filter(request -> request.contains(part)).count();
  }

  /** Answers requests that contain the text with this, until another rule says otherwise. */
  void answer(String requestPart, int status, String body) {
    rules.addFirst(new Rule(r -> r.contains(requestPart), new Reply(status, body)));
  }

  /** Leaves requests that contain the text without an answer. */
  void ignore(String requestPart) {
    rules.addFirst(new Rule(r -> r.contains(requestPart), null));
  }

  void forgetRules() {
    rules.clear();
  }

  /** Runs when the list of channels has been asked for, before it is sent. */
  void beforeChannelsAreListed(Runnable what) {
    afterInventory = what;
  }

  /** Sends a message as it is. */
  void send(String text) {
    ServerWebSocket current = socket;
    if (current != null) {
      await(current.writeTextMessage(text));
    }
  }

  void sendLater(String text) {
    ServerWebSocket current = socket;
    if (current != null) {
      current.writeTextMessage(text).onFailure(e -> {});
    }
  }

  void cut() {
    ServerWebSocket current = socket;
    if (current != null) {
      // The handshake of a proper goodbye would be too kind.
      ChannelHandlerContext wire = ((WebSocketInternal) current).channelHandlerContext();
      wire.executor().execute(() -> wire.channel().unsafe().close(wire.voidPromise()));
    }
  }

  /** Stops listening and drops everybody. */
  void stop() {
    if (server != null) {
      cut();
      await(server.close());
    }
  }

  @Override
  public void close() {
    stop();
  }

  private synchronized void connected(ServerWebSocket fresh) {
    connections++;
    socket = fresh;
    fresh.textMessageHandler(text -> request(fresh, new JsonObject(text)));
  }

  private void request(ServerWebSocket from, JsonObject message) {
    String request = message.getString("method") + " " + message.getString("uri");
    String body = message.getString("message_body", "");
    synchronized (this) {
      asked.add(request + (body.isEmpty() ? "" : " " + body));
    }
    if (request.equals("GET channels")) {
      afterInventory.run();
    }
    Reply reply = reply(request);
    if (reply != null) {
      JsonObject answer =
          new JsonObject()
              .put("type", "RESTResponse")
              .put("request_id", message.getString("request_id"))
              .put("status_code", reply.status)
              .put("message_body", reply.body);
      from.writeTextMessage(answer.encode()).onFailure(e -> {});
    }
  }

  private @Nullable Reply reply(String request) {
    for (Rule rule : rules) {
      if (rule.request.test(request)) {
        return rule.reply;
      }
    }
    return switch (request) {
      case "GET channels", "GET bridges" -> new Reply(200, "[]");
      case "GET asterisk/info?only=system" ->
          new Reply(200, "{\"system\":{\"version\":\"22.10.1\"}}");
      default -> request.startsWith("PUT") ? new Reply(200, "{}") : Reply.OK;
    };
  }

  // ---- events

  static String callArrives(String id, String line) {
    return new JsonObject()
        .put("type", "StasisStart")
        .put("args", new JsonArray().add(line))
        .put("channel", channel(id, "Ring", line))
        .encode();
  }

  static String agentLegStarts(String id) {
    return new JsonObject()
        .put("type", "StasisStart")
        .put("args", new JsonArray().add("agent").add(id))
        .put("channel", channel(id, "Down", "agent," + id))
        .encode();
  }

  static String enteredBridge(String bridge, String id) {
    return new JsonObject()
        .put("type", "ChannelEnteredBridge")
        .put("bridge", new JsonObject().put("id", bridge))
        .put("channel", channel(id, "Up", "012"))
        .encode();
  }

  static JsonObject channel(String id, String state, String appArgs) {
    return new JsonObject()
        .put("id", id)
        .put("name", "PJSIP/trunk-00000000")
        .put("state", state)
        .put(
            "caller", new JsonObject().put("name", "Caller").put("number", Recorded.CALLERS_NUMBER))
        .put(
            "dialplan",
            new JsonObject().put("app_name", "Stasis").put("app_data", "turno," + appArgs))
        .put("creationtime", "2026-11-21T20:55:02.186+0000");
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new AssertionError("the fake Asterisk failed", e);
    }
  }
}
