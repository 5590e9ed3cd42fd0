package org.turno.pbx.freeswitch.esl;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what comes from the socket into messages, in the order in which they come. Whatever the
 * other side sends, it holds no more than one message's limit and what one read brought. After an
 * exception nothing tells where the next message begins: the connection has to end. Not safe for
 * several threads.
 */
final class EslDecoder {
  /** FreeSWITCH's own headers take some hundred bytes. */
  static final int MAX_HEAD_BYTES = 64 << 10;

  /** A list of 50,000 channels in JSON. */
  static final int MAX_BODY_BYTES = 64 << 20;

  private final ByteBuf buffer = Unpooled.buffer();
  private @Nullable Map<String, String> head;
  private int bodyBytes;
  private int scanned;

  /** Takes what was read. */
  void feed(byte[] bytes) {
    buffer.writeBytes(bytes);
  }

  /** The next whole message; null when there is none yet. */
  @Nullable EslFrame next() throws EslFormatException {
    if (head == null && !readHead()) {
      return null;
    }
    Map<String, String> headers = head;
    if (headers == null || buffer.readableBytes() < bodyBytes) {
      return null;
    }
    String body = buffer.readCharSequence(bodyBytes, StandardCharsets.UTF_8).toString();
    head = null;
    compact();
    return new EslFrame(headers, body);
  }

  private boolean readHead() throws EslFormatException {
    skipEmptyLines();
    int end = endOfHead();
    if (end < 0) {
      if (buffer.readableBytes() > MAX_HEAD_BYTES) {
        throw new EslFormatException("a message's headers have no end");
      }
      return false;
    }
    int length = end - buffer.readerIndex();
    if (length > MAX_HEAD_BYTES) {
      throw new EslFormatException("a message's headers are too long");
    }
    String text = buffer.readCharSequence(length, StandardCharsets.UTF_8).toString();
    buffer.skipBytes(2);
    scanned = 0;
    Map<String, String> headers = headers(text);
    bodyBytes = length(headers.getOrDefault(EslFrame.LENGTH, "0"));
    head = headers;
    return true;
  }

  /** FreeSWITCH ends some messages with more line ends than it announces. */
  private void skipEmptyLines() {
    while (buffer.isReadable() && buffer.getByte(buffer.readerIndex()) == '\n') {
      buffer.skipBytes(1);
      scanned = 0;
    }
  }

  private int endOfHead() {
    int from = buffer.readerIndex() + scanned;
    for (int i = from; i + 1 < buffer.writerIndex(); i++) {
      if (buffer.getByte(i) == '\n' && buffer.getByte(i + 1) == '\n') {
        return i;
      }
    }
    scanned = Math.max(0, buffer.readableBytes() - 1);
    return -1;
  }

  private static Map<String, String> headers(String text) throws EslFormatException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : text.split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new EslFormatException("a header without a name");
      }
      headers.put(
          line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static int length(String text) throws EslFormatException {
    try {
      int length = Integer.parseInt(text);
      if (length >= 0 && length <= MAX_BODY_BYTES) {
        return length;
      }
    } catch (NumberFormatException e) {
      throw new EslFormatException("a length that is no number");
    }
    throw new EslFormatException("a message of more than " + MAX_BODY_BYTES + " bytes");
  }

  /** What a large message took is not kept. */
  private void compact() {
    buffer.discardReadBytes();
    if (buffer.capacity() > MAX_HEAD_BYTES && buffer.readableBytes() < MAX_HEAD_BYTES) {
      buffer.capacity(MAX_HEAD_BYTES);
    }
  }
}
