package org.turno.server.web;

import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.turno.stats.FiguresPublisher;
import org.turno.stats.FloorFigures;

/** One reader of the stream. Runs on its connection's context alone. */
final class StreamClient {
  /** Close code: token or password is missing or wrong. */
  static final short UNAUTHORIZED = 4401;

  /** Close code: a message that the stream does not know. */
  private static final short NOT_UNDERSTOOD = 4400;

  /** Close code: the reader has not read for too long. */
  private static final short TOO_SLOW = 4408;

  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final ServerWebSocket socket;
  private final Context context;
  private final Guard guard;
  private final StreamMessages messages;
  private final FiguresPublisher figures;
  private boolean admitted;
  private long fullSinceNanos;
  private boolean full;
  private @Nullable FloorFigures sent;

  StreamClient(
      ServerWebSocket socket,
      Context context,
      Guard guard,
      StreamMessages messages,
      FiguresPublisher figures,
      boolean admitted) {
    this.socket = socket;
    this.context = context;
    this.guard = guard;
    this.messages = messages;
    this.figures = figures;
    this.admitted = admitted;
  }

  /** Runs something on the connection's context. */
  void run(Runnable work) {
    context.runOnContext(nothing -> work.run());
  }

  boolean admitted() {
    return admitted;
  }

  /**
   * The first message of a browser: {@code {"type": "hello"}} with a {@code token}, or with {@code
   * user} and {@code password}, where the configuration asks for it.
   */
  void hello(String text, List<String> notReady) {
    Shown shown;
    try {
      JsonObject message = new JsonObject(text);
      if (!"hello".equals(message.getValue("type"))) {
        socket.close(NOT_UNDERSTOOD, "the first message is {\"type\":\"hello\"}");
        return;
      }
      shown = Shown.inMessage(message);
    } catch (DecodeException e) {
      socket.close(NOT_UNDERSTOOD, "send JSON");
      return;
    }
    if (admitted) {
      return;
    }
    if (guard.admits(shown)) {
      admitted = true;
      push(notReady);
    } else {
      socket.close(UNAUTHORIZED, "show a token or password in the hello message");
    }
  }

  /** Sends what this reader lacks, unless it still has to read what it got. */
  void push(List<String> notReady) {
    if (!admitted || socket.isClosed()) {
      return;
    }
    if (socket.writeQueueFull()) {
      markFull();
      return;
    }
    full = false;
    FloorFigures now = figures.current();
    FloorFigures before = sent;
    if (before == null) {
      socket.writeTextMessage(messages.snapshot(now, notReady));
    } else if (before.seq() != now.seq()) {
      socket.writeTextMessage(messages.update(before, now, notReady));
    }
    sent = now;
  }

  private void markFull() {
    if (!full) {
      full = true;
      fullSinceNanos = System.nanoTime();
    } else if (System.nanoTime() - fullSinceNanos > STUCK_NANOS) {
      socket.close(TOO_SLOW, "nothing was read for 30 s: connect again");
    }
  }

  /** Says that the server lives. */
  void tick(List<String> notReady) {
    push(notReady);
    FloorFigures last = sent;
    if (last != null && !socket.isClosed() && !socket.writeQueueFull()) {
      socket.writeTextMessage(messages.tick(last, notReady));
    }
  }
}
