package org.turno.pbx.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Speaks as Asterisk's manager interface, and says whatever a test wants it to say. */
final class FakeManager implements AutoCloseable {
  private static final String EMPTY_LINE = "\r\n\r\n";

  private final ServerSocket server;
  private final List<String> actions = new CopyOnWriteArrayList<>();
  private volatile String status = "";
  private volatile boolean refuses;
  private volatile @Nullable Socket client;

  FakeManager() {
    try {
      server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("fake-manager").start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** What was asked of it: the names of the actions, in order. */
  List<String> actions() {
    return List.copyOf(actions);
  }

  long asked(String action) {
    return actions.stream().filter(action::equals).count();
  }

  /** What it answers to QueueStatus from now on: events, without the id of the action. */
  void holds(String events) {
    status = events;
  }

  /** From now on it refuses a login. */
  void refuses(boolean logins) {
    refuses = logins;
  }

  /** Says it to who is connected. */
  void say(String text) {
    sayBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  void sayBytes(byte[] bytes) {
    Socket to = client;
    if (to == null) {
      throw new IllegalStateException("nobody is connected");
    }
    try {
      OutputStream out = to.getOutputStream();
      synchronized (this) {
        out.write(bytes);
        out.flush();
      }
    } catch (IOException e) {
      // gone, as a test may want it to be
    }
  }

  /** Says events that a test wrote with plain line ends. */
  void events(String text) {
    say(text.strip().replace("\n", "\r\n") + EMPTY_LINE);
  }

  /** Hangs up on who is connected. */
  void drop() {
    Socket to = client;
    if (to != null) {
      try {
        to.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        client = socket;
        Thread.ofPlatform().daemon().name("fake-manager-client").start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      say("Asterisk Call Manager/11.0.0\r\n");
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      Map<String, String> action = new HashMap<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isEmpty()) {
          answer(action);
          action.clear();
        } else {
          String[] parts = line.split(": ", 2);
          action.put(parts[0].toLowerCase(java.util.Locale.ROOT), parts.length < 2 ? "" : parts[1]);
        }
      }
    } catch (IOException e) {
      // the other side is gone
    }
  }

  private void answer(Map<String, String> action) {
    String name = action.getOrDefault("action", "");
    String id = "ActionID: " + action.getOrDefault("actionid", "") + "\r\n";
    actions.add(name);
    switch (name.toLowerCase(java.util.Locale.ROOT)) {
      case "challenge" -> say("Response: Success\r\n" + id + "Challenge: 12345\r\n\r\n");
      case "login" ->
          say(
              refuses
                  ? "Response: Error\r\n" + id + "Message: Authentication failed\r\n\r\n"
                  : "Response: Success\r\n" + id + "Message: Authentication accepted\r\n\r\n");
      case "queuestatus" -> {
        StringBuilder text = new StringBuilder("Response: Success\r\n" + id + "\r\n");
        for (String event : status.strip().split("\n\n", -1)) {
          if (!event.isBlank()) {
            text.append(event.replace("\n", "\r\n")).append("\r\n").append(id).append("\r\n");
          }
        }
        say(text + "Event: QueueStatusComplete\r\n" + id + "EventList: Complete\r\n\r\n");
      }
      default -> say("Response: Success\r\n" + id + "\r\n");
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    drop();
  }
}
