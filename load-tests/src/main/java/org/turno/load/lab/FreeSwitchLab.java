package org.turno.load.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A FreeSWITCH that is there already, on this machine, configured as {@code
 * load-tests/lab/freeswitch/configure.sh} does. Safe for one thread.
 */
public final class FreeSwitchLab implements AutoCloseable {
  private static final Duration BOOT_DEADLINE = Duration.ofSeconds(60);
  private static final int TIMEOUT_MS = 10_000;

  private final int port;
  private final String password;
  private final Path folder;
  private final LabPorts ports;

  /**
   * Looks at one.
   *
   * @param where {@code host:port:password} of its event socket
   * @param folder for what SIPp plays
   */
  public FreeSwitchLab(String where, Path folder) {
    String[] parts = where.split(":", 3);
    if (parts.length != 3 || !parts[1].matches("[0-9]{1,5}")) {
      throw new LabException("TURNO_FREESWITCH is HOST:PORT:PASSWORD of an event socket");
    }
    if (!parts[0].equals("127.0.0.1") && !parts[0].equals("localhost")) {
      throw new LabException("the lab's phones are on 127.0.0.1: FreeSWITCH must be there as well");
    }
    port = Integer.parseInt(parts[1]);
    password = parts[2];
    this.folder = folder;
    String sip = api("global_getvar internal_sip_port");
    if (!sip.matches("[0-9]{1,5}")) {
      throw new LabException("FreeSWITCH's internal_sip_port is \"" + sip + "\"");
    }
    ports = LabPorts.besidePbxAt(Integer.parseInt(sip));
  }

  /** The event socket's port. */
  public int port() {
    return port;
  }

  /** The event socket's password. */
  public String password() {
    return password;
  }

  /** A folder for the test's files. */
  public Path folder() {
    return folder;
  }

  /** Runs a command of its console and returns what it answers, without line ends around it. */
  public String api(String command) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MS);
      String text = "auth " + password + "\n\napi " + command + "\n\n";
      InputStream in = new BufferedInputStream(socket.getInputStream());
      head(in);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      if (!head(in).contains("+OK accepted")) {
        throw new LabException("FreeSWITCH refused the password of TURNO_FREESWITCH");
      }
      String head = head(in);
      int at = head.indexOf("Content-Length: ") + "Content-Length: ".length();
      int length = Integer.parseInt(head.substring(at).lines().findFirst().orElseThrow().strip());
      return new String(in.readNBytes(length), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new LabException("FreeSWITCH's event socket: " + e.getMessage(), e);
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int one = in.read(); one >= 0; one = in.read()) {
      head.append((char) one);
      if (head.length() > 2 && head.toString().endsWith("\n\n")) {
        return head.toString();
      }
    }
    throw new IOException("it closed the connection");
  }

  /** Every channel, as {@code show channels} has them. */
  public List<JsonNode> channels() {
    try {
      JsonNode rows = new ObjectMapper().readTree(api("show channels as json")).path("rows");
      return rows.valueStream().toList();
    } catch (JsonProcessingException e) {
      throw new LabException("show channels: no JSON", e);
    }
  }

  /** Waits until no channel is left. */
  public void awaitNoChannels(Duration deadline) {
    Await.until(
        "FreeSWITCH to have no channel",
        deadline,
        () -> channels().isEmpty(),
        () -> api("show channels"));
  }

  /** Registers a phone. */
  public SippPhones phone(String name, Manner... manners) {
    return SippPhones.start(ports, folder, List.of(name), List.of(manners), false);
  }

  /** Places a call. */
  public SippCallers call(SippCallers.Call call) {
    return SippCallers.start(ports, folder, List.of(call), 1);
  }

  /** Restarts it, and with it all calls; returns when it is up again. */
  public void restart() {
    String before = api("global_getvar core_uuid");
    api("fsctl shutdown restart");
    Await.until(
        "FreeSWITCH to restart",
        BOOT_DEADLINE,
        () -> {
          String now = tryApi("global_getvar core_uuid");
          String sofia = tryApi("sofia status profile internal");
          return now != null && !now.equals(before) && sofia != null && sofia.contains("BIND-URL");
        },
        () -> "it does not come back");
  }

  private @Nullable String tryApi(String command) {
    try {
      return api(command);
    } catch (LabException e) {
      return null;
    }
  }

  @Override
  public void close() {
    ports.close();
  }
}
