package org.turno.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.server.app.Site;
import org.turno.server.app.TurnoServer;

/** The stream as a screen hears it. */
final class StreamTest {
  private static final long LIMIT_S = 20;

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private Site site;
  private TurnoServer turno;

  @BeforeEach
  void start() throws IOException {
    site = new Site(folder);
    turno = site.start();
    Site.awaitConnected(turno);
  }

  @AfterEach
  void stop() {
    client.close();
    turno.close();
    site.close();
  }

  /** Hears whole messages and the close code. */
  private static final class Ear implements WebSocket.Listener {
    final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        messages.add(new JsonObject(text.toString()));
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }

    JsonObject next(String type) throws InterruptedException {
      while (true) {
        JsonObject message = messages.poll(LIMIT_S, TimeUnit.SECONDS);
        assertNotNull(message, "no " + type + " came");
        if (message.getString("type").equals(type)) {
          return message;
        }
      }
    }
  }

  private WebSocket connect(Ear ear, String... headers) {
    WebSocket.Builder builder = client.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    URI address = URI.create("ws://127.0.0.1:" + turno.port() + "/api/v1/stream");
    return builder.buildAsync(address, ear).join();
  }

  private static void hello(WebSocket socket, String token) {
    JsonObject message = new JsonObject().put("type", "hello").put("token", token);
    socket.sendText(message.encode(), true).join();
  }

  @Test
  void aSnapshotAndItsDeltasGiveWhatANewSnapshotTells() throws InterruptedException {
    Ear ear = new Ear();
    WebSocket socket = connect(ear);
    hello(socket, Site.TOKEN);
    JsonObject snapshot = ear.next("snapshot");
    assertEquals(1.0, snapshot.getDouble("speed"));
    assertEquals(0, snapshot.getJsonArray("notReady").size());
    Screen screen = new Screen(snapshot);
    Site.signIn(turno, "anna");
    for (int i = 0; i < 3; i++) {
      site.call("012");
    }
    Site.await(
        turno, "one talks, two wait", f -> f.totals().talking() == 1 && f.totals().waiting() == 2);
    long seq = turno.figures().current().seq();
    while (screen.seq < seq) {
      screen.take(ear.next("delta"));
    }
    Ear later = new Ear();
    WebSocket second = connect(later, "Authorization", "Bearer " + Site.TOKEN);
    assertEquals(new Screen(later.next("snapshot")).rows(), screen.rows());
    socket.abort();
    second.abort();
  }

  /** What a screen makes of messages. */
  private static final class Screen {
    long seq;
    private final TreeMap<String, JsonObject> rows = new TreeMap<>();

    Screen(JsonObject snapshot) {
      seq = snapshot.getLong("seq");
      put(snapshot);
    }

    void take(JsonObject delta) {
      assertEquals(seq, delta.getLong("from"), "deltas follow one another");
      seq = delta.getLong("seq");
      put(delta);
      for (Object id : delta.getJsonArray("gone", new JsonArray())) {
        rows.remove("contacts " + id);
      }
    }

    private void put(JsonObject message) {
      for (String kind : new String[] {"queues", "agents", "contacts", "pbxs"}) {
        for (Object row : message.getJsonArray(kind, new JsonArray())) {
          JsonObject json = withoutClock((JsonObject) row);
          rows.put(kind + " " + json.getString("id"), json);
        }
      }
      if (message.containsKey("totals")) {
        rows.put("totals", withoutClock(message.getJsonObject("totals")));
      }
    }

    /** These run on between two messages. */
    private static JsonObject withoutClock(JsonObject row) {
      row.remove("longestWaitMs");
      row.remove("occupancy");
      return row;
    }

    Map<String, JsonObject> rows() {
      return rows;
    }
  }

  @Test
  void theStreamTicksWhileNothingHappens() throws InterruptedException {
    Ear ear = new Ear();
    WebSocket socket = connect(ear);
    hello(socket, Site.TOKEN);
    long first = ear.next("tick").getLong("nowMs");
    assertTrue(ear.next("tick").getLong("nowMs") > first);
    socket.abort();
  }

  @Test
  void whoShowsTheWrongTokenOrNothingHearsNothing() {
    Ear wrong = new Ear();
    hello(connect(wrong), "wrong");
    assertEquals(4401, wrong.closed.orTimeout(LIMIT_S, TimeUnit.SECONDS).join());
    Ear silent = new Ear();
    connect(silent);
    assertEquals(4401, silent.closed.orTimeout(LIMIT_S, TimeUnit.SECONDS).join());
    assertTrue(wrong.messages.isEmpty() && silent.messages.isEmpty());
  }

  @Test
  void aMessageThatIsNoHelloClosesTheStreamWithTheReason() {
    Ear ear = new Ear();
    connect(ear).sendText("[]", true).join();
    assertEquals(4400, ear.closed.orTimeout(LIMIT_S, TimeUnit.SECONDS).join());
  }

  @Test
  void aPageOfAnotherSiteCannotListen() {
    CompletionException refused =
        assertThrows(
            CompletionException.class, () -> connect(new Ear(), "Origin", "http://evil.example"));
    assertTrue(String.valueOf(refused.getCause()).contains("WebSocketHandshakeException"));
    WebSocket own = connect(new Ear(), "Origin", "http://127.0.0.1:" + turno.port());
    assertFalse(own.isInputClosed());
    own.abort();
  }
}
