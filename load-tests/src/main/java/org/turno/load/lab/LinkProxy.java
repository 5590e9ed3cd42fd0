package org.turno.load.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between an adapter and its PBX, so that the link can be cut. Safe for any thread. */
public final class LinkProxy implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** Listens on a port of its own and passes on to another of this machine. */
  public LinkProxy(int target) {
    this.target = target;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("proxy").start(this::accept);
  }

  /** Where it listens. */
  public int port() {
    return server.getLocalPort();
  }

  /** Resets every connection, as a broken network does. */
  public void cut() {
    open.forEach(LinkProxy::reset);
    open.clear();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket near = server.accept();
        connect(near);
      } catch (IOException e) {
        return;
      }
    }
  }

  private void connect(Socket near) {
    open.add(near);
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(far);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> pump(near, far));
      Thread.ofVirtual().start(() -> pump(far, near));
    } catch (IOException e) {
      reset(near);
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[16_384];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
      to.close();
    } catch (IOException e) {
      reset(to);
    }
    open.remove(from);
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It is closed already, which is all that was wanted.
      return;
    }
  }

  @Override
  public void close() {
    cut();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
