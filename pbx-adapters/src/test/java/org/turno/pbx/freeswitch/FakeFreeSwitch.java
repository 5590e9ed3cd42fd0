package org.turno.pbx.freeswitch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An event socket that answers as an empty FreeSWITCH does, and says whatever a test wants. */
final class FakeFreeSwitch implements AutoCloseable {
  static final String PASSWORD = "secret";

  private final ServerSocket server;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile @Nullable Socket last;
  private volatile boolean mute;
  private volatile String mark = "";

  FakeFreeSwitch() {
    try {
      server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Every command so far, with its lines joined by spaces. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  /** From now on it answers nothing. */
  void fallSilent() {
    mute = true;
  }

  /** Sends an event of the plain format. */
  void event(String... lines) {
    String body = String.join("\n", lines) + "\n\n";
    raw(frame("text/event-plain", body).getBytes(StandardCharsets.UTF_8));
  }

  /** Sends bytes as they are; false when nobody is connected. */
  boolean raw(byte[] bytes) {
    Socket socket = last;
    if (socket == null) {
      return false;
    }
    try {
      write(socket, bytes);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      write(socket, "Content-Type: auth/request\n\n".getBytes(StandardCharsets.UTF_8));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      StringBuilder command = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isEmpty()) {
          command.append(command.isEmpty() ? "" : " ").append(line);
        } else if (!command.isEmpty()) {
          answer(socket, command.toString());
          command.setLength(0);
        }
      }
    } catch (IOException e) {
      // The adapter has gone.
    }
  }

  private void answer(Socket socket, String command) throws IOException {
    asked.add(command);
    if (mute) {
      return;
    }
    if (command.startsWith("api ")) {
      write(socket, frame("api/response", api(command)).getBytes(StandardCharsets.UTF_8));
    } else {
      boolean wrong = command.startsWith("auth ") && !command.equals("auth " + PASSWORD);
      String reply = wrong ? "-ERR invalid" : "+OK";
      write(
          socket,
          ("Content-Type: command/reply\nReply-Text: " + reply + "\n\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    if (command.startsWith("filter Event-Name CUSTOM")) {
      last = socket;
    }
  }

  private String api(String command) {
    if (command.startsWith("api sched_api")) {
      mark = command.substring(command.lastIndexOf(' ') + 1);
    }
    return switch (command) {
      case "api show tasks as json" -> "{\"rows\":[{\"task_group\":\"" + mark + "\"}]}";
      case "api show channels as json", "api show registrations as json" -> "{\"row_count\":0}";
      case "api version short" -> "1.10.12\n";
      case "api strepoch" -> "1795786041";
      default -> command.startsWith("api uuid_exists") ? "true" : "+OK\n";
    };
  }

  private static String frame(String type, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "Content-Length: " + length + "\nContent-Type: " + type + "\n\n" + body;
  }

  private static void write(Socket socket, byte[] bytes) throws IOException {
    synchronized (socket) {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      Socket socket = last;
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
