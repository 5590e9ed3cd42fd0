package org.turno.load.lab;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A connected application that takes callers and does nothing for them: a Turno that is stuck. */
final class StasisApp implements AutoCloseable {
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;

  StasisApp(AsteriskLab lab) {
    String user = "turno:" + AsteriskLab.PASSWORD;
    String basic = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    URI uri = URI.create("ws://127.0.0.1:" + lab.ports().http() + "/ari/events?app=turno");
    socket =
        client
            .newWebSocketBuilder()
            .header("Authorization", "Basic " + basic)
            .buildAsync(uri, new Listener())
            .join();
  }

  void awaitCallers(int callers) {
    Await.until(
        callers + " callers in the application",
        Duration.ofSeconds(20),
        () -> events.stream().filter(event -> event.contains("\"StasisStart\"")).count() >= callers,
        events::toString);
  }

  @Override
  public void close() {
    socket.abort();
    client.close();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        events.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
