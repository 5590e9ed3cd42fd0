package org.turno.load.lab;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A block of 2,000 ports on 127.0.0.1, so that several labs can run at once. Asterisk has SIP (UDP)
 * at its first port, AMI and HTTP (TCP) at the next two and media at 1000 to 1999; what SIPp plays
 * has the ports from 10 on, four for each process.
 */
public final class LabPorts implements AutoCloseable {
  private static final int FIRST_BASE = 10_000;
  private static final int LAST_BASE = 30_000;
  private static final int BLOCK = 2_000;
  private static final int LOCK = 3;
  private static final int FIRST_SIPP = 10;
  private static final int LAST_SIPP = 990;
  private static final int SIPP_STEP = 4;

  private final int base;
  private final int sip;
  private final ServerSocket lock;
  private final Deque<Integer> free = new ArrayDeque<>();

  private LabPorts(int base, int sip, ServerSocket lock) {
    this.base = base;
    this.sip = sip;
    this.lock = lock;
    for (int port = FIRST_SIPP; port <= LAST_SIPP; port += SIPP_STEP) {
      free.add(base + port);
    }
  }

  /** A block that nobody uses, held until {@link #close} so that no other lab takes it. */
  public static LabPorts anyFree() {
    return anyFree(0);
  }

  /** The same for a PBX that is there already and speaks SIP at a port of its own. */
  static LabPorts besidePbxAt(int sip) {
    return anyFree(sip);
  }

  private static LabPorts anyFree(int sip) {
    for (int base = FIRST_BASE; base <= LAST_BASE; base += BLOCK) {
      ServerSocket lock = tryLock(base);
      if (lock != null) {
        return new LabPorts(base, sip == 0 ? base : sip, lock);
      }
    }
    throw new LabException(
        "every block of ports from "
            + FIRST_BASE
            + " on is in use: ./turno lab down, or stop another lab");
  }

  /** A block that a running lab has. */
  static LabPorts of(int base) {
    try {
      return new LabPorts(base, base, new ServerSocket());
    } catch (IOException e) {
      throw new LabException("no sockets: " + e.getMessage(), e);
    }
  }

  private static @Nullable ServerSocket tryLock(int base) {
    try (DatagramSocket sip = new DatagramSocket(local(base));
        ServerSocket ami = bound(base + 1);
        ServerSocket http = bound(base + 2)) {
      return sip.isBound() && ami.isBound() && http.isBound() ? bound(base + LOCK) : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static ServerSocket bound(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.bind(local(port));
    return socket;
  }

  private static InetSocketAddress local(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Its first port, by which the block is known. */
  public int base() {
    return base;
  }

  /** Where the PBX speaks SIP over UDP. */
  public int sip() {
    return sip;
  }

  /** Where Asterisk's manager interface listens. */
  public int ami() {
    return base + 1;
  }

  /** Where Asterisk's REST interface listens. */
  public int http() {
    return base + 2;
  }

  /** A port for Turno's own HTTP. */
  public int turnoHttp() {
    return base + LOCK + 1;
  }

  /** A port for one SIPp process, which also has the three after it. */
  synchronized int takeSipp() {
    for (Integer port = free.poll(); port != null; port = free.poll()) {
      if (!inUse(port)) {
        return port;
      }
    }
    throw new LabException("all SIPp ports are taken: close phones and callers that are done");
  }

  /**
   * Whether somebody has a UDP port, by the kernel's own list: trying to bind it would, for that
   * moment, take it away from a process that is just about to.
   */
  static boolean inUse(int port) {
    String wanted = "%04X".formatted(port);
    try (Stream<String> sockets = Files.lines(Path.of("/proc/net/udp"))) {
      return sockets
          .map(line -> line.strip().split("\\s+", 3)[1])
          .anyMatch(l -> l.endsWith(":" + wanted));
    } catch (IOException e) {
      throw new LabException("the kernel's list of UDP ports cannot be read: " + e.getMessage(), e);
    }
  }

  synchronized void giveBackSipp(int port) {
    free.add(port);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new LabException("the lock port does not close: " + e.getMessage(), e);
    }
  }
}
