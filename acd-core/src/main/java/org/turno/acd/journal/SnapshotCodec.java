package org.turno.acd.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.turno.acd.engine.JournalException;

/**
 * A snapshot as bytes, and back: a line of JSON that says what follows, then the image as JSON.
 *
 * <pre>{"v":1,"seq":7,"bytes":81234,"sha256":"9f86..."}</pre>
 *
 * <p>Safe for any thread.
 *
 * @param <T> the image: a record of what the journal's vocabulary is made of
 */
public final class SnapshotCodec<T> {
  /** The version of the format that is written, and the highest that is read. */
  public static final int VERSION = 2;

  private static final int TYPICAL_BYTES = 1 << 18;

  private final ObjectMapper mapper = SnapshotForms.mapper();
  private final Class<T> type;

  /** For images of one type. */
  public SnapshotCodec(Class<T> type) {
    this.type = type;
  }

  private record Head(int v, long seq, int bytes, String sha256) {}

  /** Writes an image of what held after an entry. Equal images give equal bytes. */
  public byte[] encode(long seq, T image) {
    try {
      byte[] body = mapper.writeValueAsBytes(image);
      byte[] head = mapper.writeValueAsBytes(new Head(VERSION, seq, body.length, digest(body)));
      ByteArrayOutputStream all = new ByteArrayOutputStream(TYPICAL_BYTES);
      all.write(head);
      all.write('\n');
      all.write(body);
      return all.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("the snapshot of entry " + seq + " cannot be written", e);
    }
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws ForeignSnapshotException when it is whole and only another Turno can read it
   * @throws JournalException when it is torn, changed or of another entry
   */
  public T decode(long seq, byte[] bytes) {
    try {
      int end = 0;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      if (end == bytes.length) {
        throw new JournalException("it is cut off in its first line");
      }
      JsonNode version = mapper.readTree(bytes, 0, end).path("v");
      if (version.asInt() > VERSION) {
        throw new ForeignSnapshotException(
            "it is of format " + version + " and this Turno reads up to " + VERSION);
      }
      Head head = mapper.readValue(bytes, 0, end, Head.class);
      byte[] body = new byte[bytes.length - end - 1];
      System.arraycopy(bytes, end + 1, body, 0, body.length);
      if (head.seq() != seq) {
        throw new JournalException("it is of entry " + head.seq());
      } else if (head.bytes() != body.length) {
        throw new JournalException("it holds " + body.length + " bytes and not " + head.bytes());
      } else if (!head.sha256().equals(digest(body))) {
        throw new JournalException("its checksum does not match what it holds");
      }
      return image(head.v(), body);
    } catch (IOException e) {
      throw new JournalException("it cannot be read: " + EntryCodec.firstLine(e), e);
    }
  }

  /** What is not understood although the checksum matches was written like that by somebody. */
  private T image(int version, byte[] body) {
    try {
      if (version == VERSION) {
        return mapper.readValue(body, type);
      }
      JsonNode earlier = mapper.readTree(body);
      Additions.complete(version, earlier);
      return mapper.readValue(mapper.treeAsTokens(earlier), type);
    } catch (IOException | IllegalArgumentException e) {
      throw new ForeignSnapshotException(EntryCodec.firstLine(e));
    }
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks SHA-256: use another", e);
    }
  }

  /** The image as text, for people and for tests that compare. */
  public String text(T image) {
    try {
      byte[] pretty = mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(image);
      return new String(pretty, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("an image cannot be written as JSON", e);
    }
  }
}
