package org.turno.pbx.asterisk.ami;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * The manager interface's socket, read line by line in UTF-8. Asterisk-Java's own keeps a line that
 * never ends, and an event of lines that never end, until memory is gone; here both end the
 * connection, and the next one begins afresh.
 */
final class BoundedSocket implements SocketConnectionFacade {
  /** Asterisk writes no line longer than some thousands of bytes. */
  static final int LONGEST_LINE_BYTES = 64 * 1024;

  /** Nor an event of more lines than some hundreds, variables of a channel among them. */
  static final int MOST_LINES = 5_000;

  private final Socket socket = new Socket();
  private final InputStream in;
  private final Writer out;
  private int lines;

  BoundedSocket(String host, int port, int connectTimeoutMs) throws IOException {
    socket.connect(new InetSocketAddress(host, port), connectTimeoutMs);
    in = new BufferedInputStream(socket.getInputStream());
    out =
        new BufferedWriter(
            new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
  }

  /** Null at the end. What is no UTF-8 comes as replacement characters. */
  @Override
  public @Nullable String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return null;
      }
      if (line.size() >= LONGEST_LINE_BYTES) {
        throw new IOException("a line of more than " + LONGEST_LINE_BYTES + " bytes");
      }
      line.write(next);
    }
    String text = line.toString(StandardCharsets.UTF_8);
    String whole = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    lines = whole.isEmpty() ? 0 : lines + 1;
    if (lines > MOST_LINES) {
      throw new IOException("an event of more than " + MOST_LINES + " lines");
    }
    return whole;
  }

  @Override
  public void write(String text) throws IOException {
    out.write(text);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  @Override
  public boolean isConnected() {
    return socket.isConnected();
  }

  @Override
  public InetAddress getLocalAddress() {
    return socket.getLocalAddress();
  }

  @Override
  public int getLocalPort() {
    return socket.getLocalPort();
  }

  @Override
  public InetAddress getRemoteAddress() {
    return socket.getInetAddress();
  }

  @Override
  public int getRemotePort() {
    return socket.getPort();
  }
}
