package org.turno.pbx.asterisk.ari;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.pbx.link.Backoff;
import org.turno.pbx.link.LinkDownException;

/**
 * One WebSocket to Asterisk that carries events one way and REST requests with their replies both
 * ways, and is opened again whenever it ends. Asterisk runs the requests of one WebSocket one after
 * another, so whoever sends several need not wait in between for their order.
 *
 * <p>Not safe for several threads: call it on one Vert.x context only, where the listener is called
 * as well.
 */
public final class AriLink {
  /** Who uses the link. */
  public interface Listener {
    /** The WebSocket is open; requests can be sent. */
    void opened();

    /**
     * It was open and is no longer, or the first attempt failed. Requests in flight have failed.
     */
    void closed(String reason);

    /** A message that is not a reply. */
    void event(JsonNode event);

    /** A message that could not be read. */
    void malformed(AriFormatException why);
  }

  private static final Logger LOG = LoggerFactory.getLogger(AriLink.class);
  private static final int MAX_MESSAGE_BYTES = 64 << 20;
  private static final long TICK_MS = 500;

  private record Pending(AriRequest request, Promise<AriReply> reply, long deadlineNanos) {}

  private final Vertx vertx;
  private final AriAddress address;
  private final LinkTimes times;
  private final Listener listener;
  private final WebSocketClient client;
  private final Backoff backoff;
  private final Map<String, Pending> pending = new LinkedHashMap<>();
  private @Nullable ClientWebSocket socket;
  private boolean open;
  private boolean paused;
  private boolean closed;
  private boolean announcedDown;
  private boolean replaced;
  private boolean answered;
  private long lastHeardNanos;
  private long nextRequest;
  private long tickTimer = -1;

  /** Makes a link that does nothing until {@link #start}. */
  public AriLink(Vertx vertx, AriAddress address, LinkTimes times, Listener listener) {
    this.vertx = vertx;
    this.address = address;
    this.times = times;
    this.listener = listener;
    this.backoff = new Backoff(times.reconnectMinMs(), times.reconnectMaxMs(), System.nanoTime());
    this.client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxFrameSize(MAX_MESSAGE_BYTES)
                .setMaxMessageSize(MAX_MESSAGE_BYTES)
                .setTcpNoDelay(true)
                .setConnectTimeout(Math.toIntExact(times.connectTimeoutMs())));
  }

  /** Begins to connect. */
  public void start() {
    tickTimer = vertx.setPeriodic(TICK_MS, id -> tick());
    connect();
  }

  /** Whether requests can be sent now. */
  public boolean isOpen() {
    return open;
  }

  /**
   * Sends a request.
   *
   * @return the reply, whatever its status; fails with {@link LinkDownException} when the link is
   *     or goes down, or when no reply comes in time, which also ends the link
   */
  public Future<AriReply> send(AriRequest request) {
    ClientWebSocket current = socket;
    if (!open || current == null) {
      return Future.failedFuture(new LinkDownException("no link to Asterisk"));
    }
    String id = Long.toString(++nextRequest);
    ObjectNode message = AriParser.object();
    message.put("type", "RESTRequest");
    message.put("request_id", id);
    message.put("method", request.method());
    message.put("uri", request.uri());
    if (request.body() != null) {
      message.put("content_type", "application/json");
      message.put("message_body", request.body());
    }
    Promise<AriReply> reply = Promise.promise();
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(times.requestTimeoutMs());
    pending.put(id, new Pending(request, reply, deadline));
    current
        .writeTextMessage(message.toString())
        .onFailure(e -> drop(current, "cannot write to Asterisk"));
    return reply.future();
  }

  /** Stops reading; replies do not come either. */
  public void pause() {
    paused = true;
    if (socket != null) {
      socket.pause();
    }
  }

  /** Reads again. */
  public void resume() {
    paused = false;
    lastHeardNanos = System.nanoTime();
    if (socket != null) {
      socket.resume();
    }
  }

  /** Gives up the present WebSocket and connects anew. */
  public void reset(String reason) {
    if (socket != null) {
      drop(socket, reason);
    }
  }

  /** Closes for good. The listener hears nothing more. */
  public Future<Void> close() {
    closed = true;
    open = false;
    vertx.cancelTimer(tickTimer);
    failPending("the adapter is closing");
    ClientWebSocket last = socket;
    socket = null;
    Future<Void> goodbye = last == null ? Future.succeededFuture() : last.close();
    return goodbye.transform(done -> client.close());
  }

  private void connect() {
    if (closed) {
      return;
    }
    ClientWebSocket attempt = client.webSocket();
    socket = attempt;
    attempt.textMessageHandler(text -> received(attempt, text));
    attempt.pongHandler(pong -> lastHeardNanos = System.nanoTime());
    attempt.closeHandler(end -> drop(attempt, "Asterisk closed the connection"));
    attempt.exceptionHandler(e -> LOG.debug("{}: {}", address, e.getClass().getSimpleName()));
    String user = address.user() + ":" + address.password();
    String credentials = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    attempt
        .connect(
            new WebSocketConnectOptions()
                .setHost(address.host())
                .setPort(address.port())
                .setURI("/ari/events?subscribeAll=false&app=" + address.application())
                .setTimeout(times.connectTimeoutMs())
                .addHeader("Authorization", "Basic " + credentials))
        .onSuccess(ws -> opened(attempt))
        .onFailure(e -> drop(attempt, refusal(e)));
  }

  private void opened(ClientWebSocket attempt) {
    if (socket != attempt) {
      attempt.close().onFailure(e -> LOG.debug("{}: closing late: {}", address, e.toString()));
      return;
    }
    open = true;
    paused = false;
    replaced = false;
    answered = false;
    announcedDown = false;
    lastHeardNanos = System.nanoTime();
    LOG.info("{}: connected", address);
    listener.opened();
  }

  /** Says that the link serves, so that the next loss is followed by a quick attempt. */
  public void proven() {
    backoff.reset();
  }

  private void received(ClientWebSocket from, String text) {
    if (from != socket) {
      return;
    }
    lastHeardNanos = System.nanoTime();
    try {
      JsonNode message = AriParser.tree(text);
      String type = message.path("type").asText("");
      if (type.equals("RESTResponse")) {
        reply(from, message);
        return;
      }
      if (type.equals("ApplicationReplaced")) {
        replaced = true;
        drop(from, "another program took over application " + address.application());
        return;
      }
      listener.event(message);
    } catch (AriFormatException e) {
      listener.malformed(e);
    }
  }

  private void reply(ClientWebSocket from, JsonNode message) throws AriFormatException {
    answered = true;
    Pending asked = pending.get(message.path("request_id").asText(""));
    if (asked == null) {
      throw new AriFormatException("a reply to nothing that was asked");
    }
    JsonNode body;
    try {
      body = AriParser.body(message);
    } catch (AriFormatException e) {
      // Whether the command was carried out, only an inventory can tell now.
      drop(from, e.getMessage() + ": " + asked.request);
      throw e;
    }
    pending.remove(message.path("request_id").asText(""));
    asked.reply.complete(new AriReply(asked.request, message.path("status_code").asInt(0), body));
  }

  private void drop(ClientWebSocket which, String reason) {
    if (which != socket || closed) {
      return;
    }
    socket = null;
    boolean wasOpen = open;
    open = false;
    if (wasOpen) {
      which.close().onFailure(e -> LOG.debug("{}: closing: {}", address, e.toString()));
    }
    failPending(reason);
    long pauseMs = replaced ? times.replacedPauseMs() : backoff.nextMs();
    if (wasOpen || !announcedDown) {
      announcedDown = true;
      LOG.warn("{}: link down: {}; will keep trying", address, reason);
      listener.closed(reason);
    } else {
      LOG.debug("{}: {}; next attempt in {} ms", address, reason, pauseMs);
    }
    vertx.setTimer(pauseMs, id -> connect());
  }

  private void failPending(String reason) {
    List<Pending> lost = new ArrayList<>(pending.values());
    pending.clear();
    lost.forEach(one -> one.reply.fail(new LinkDownException(one.request + ": " + reason)));
  }

  private void tick() {
    ClientWebSocket current = socket;
    if (!open || current == null || paused) {
      return;
    }
    long now = System.nanoTime();
    Iterator<Pending> oldest = pending.values().iterator();
    if (oldest.hasNext()) {
      Pending first = oldest.next();
      if (now - first.deadlineNanos > 0) {
        drop(current, unanswered(first.request));
        return;
      }
    }
    if (now - lastHeardNanos > TimeUnit.MILLISECONDS.toNanos(times.requestTimeoutMs())) {
      drop(current, "no sign of life within " + times.requestTimeoutMs() + " ms");
      return;
    }
    current
        .writePing(Buffer.buffer("turno"))
        .onFailure(e -> drop(current, "cannot write to Asterisk"));
  }

  private String unanswered(AriRequest request) {
    String what = "no answer within " + times.requestTimeoutMs() + " ms: " + request;
    return answered
        ? what
        : what + " (requests over the WebSocket need Asterisk 20.14, 21.9, 22.4 or newer)";
  }

  private static String refusal(Throwable e) {
    if (e instanceof UpgradeRejectedException rejected) {
      return switch (rejected.getStatus()) {
        case 401, 403 -> "Asterisk refused the user: check user and password against ari.conf";
        case 404 -> "no ARI there: check ari.conf, http.conf and that res_ari is loaded";
        default -> "Asterisk's HTTP server answered " + rejected.getStatus();
      };
    }
    return "cannot connect: " + e.getMessage();
  }
}
