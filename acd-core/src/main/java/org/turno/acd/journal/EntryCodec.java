package org.turno.acd.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;
import org.turno.acd.event.Event;
import org.turno.acd.input.Input;

/**
 * An entry as one JSON document in ASCII, and back:
 *
 * <pre>{"v":2,"seq":7,"timeMs":1790000000000,"input":{"type":"sign-in","agent":"anna"},
 * "events":[{"type":"agent.signed-in","agent":"anna"}],"effects":[]}</pre>
 *
 * <p>Equal entries give equal bytes. Ids are plain texts, times epoch milliseconds. Fields that
 * this version does not know are skipped. Safe for any thread.
 */
public final class EntryCodec {
  /** The version of the format that is written, and the highest that is read. */
  public static final int VERSION = 2;

  static final String TYPE = "type";

  private static final String V = "v";
  private static final String SEQ = "seq";
  private static final String TIME_MS = "timeMs";
  private static final String INPUT = "input";
  private static final String EVENTS = "events";
  private static final String EFFECTS = "effects";

  /** How every document of the present format begins. */
  private static final byte[] PRESENT =
      ("{\"v\":" + VERSION + ",").getBytes(StandardCharsets.US_ASCII);

  /** Room for a typical entry. */
  private static final int TYPICAL_BYTES = 1024;

  private final ObjectMapper mapper = JournalMapper.create();
  private final ObjectWriter inputs = mapper.writerFor(Input.class);
  private final ObjectWriter events = mapper.writerFor(Event.class);
  private final ObjectWriter effects = mapper.writerFor(Effect.class);
  private final ObjectReader input = mapper.readerFor(Input.class);
  private final ObjectReader event = mapper.readerFor(Event.class);
  private final ObjectReader effect = mapper.readerFor(Effect.class);

  /** With everything prepared; making one is slow, using it is quick. */
  public EntryCodec() {}

  /** One document, without a line's end. */
  public byte[] encode(Entry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
    try (JsonGenerator json = mapper.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberField(V, VERSION);
      json.writeNumberField(SEQ, entry.seq());
      json.writeNumberField(TIME_MS, entry.timeMs());
      json.writeFieldName(INPUT);
      inputs.writeValue(json, entry.input());
      json.writeArrayFieldStart(EVENTS);
      for (Event one : entry.events()) {
        events.writeValue(json, one);
      }
      json.writeEndArray();
      json.writeArrayFieldStart(EFFECTS);
      for (Effect one : entry.effects()) {
        effects.writeValue(json, one);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("entry " + entry.seq() + " cannot be written as JSON", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads one document of this format or an earlier one.
   *
   * @throws JournalException when it is torn, of a later format or not an entry; the message says
   *     what is wrong with it, not where it is
   */
  public Entry decode(byte[] document) {
    try (JsonParser json = parser(document)) {
      Entry entry = decode(json);
      if (json.nextToken() != null) {
        throw new JournalException("something follows the document");
      }
      return entry;
    } catch (IOException | IllegalArgumentException e) {
      throw new JournalException("not an entry: " + firstLine(e), e);
    }
  }

  /** What an earlier format does not have yet is put in first. */
  private JsonParser parser(byte[] document) throws IOException {
    if (startsWith(document, PRESENT)) {
      return mapper.createParser(document);
    }
    JsonNode tree = mapper.readTree(document);
    Additions.complete(tree.path(V).asInt(VERSION), tree);
    return mapper.treeAsTokens(tree);
  }

  private static boolean startsWith(byte[] document, byte[] start) {
    return document.length >= start.length
        && Arrays.equals(document, 0, start.length, start, 0, start.length);
  }

  private Entry decode(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new JournalException("not an entry: it does not begin with {");
    }
    long version = 0;
    long seq = 0;
    long timeMs = Long.MIN_VALUE;
    Input what = null;
    List<Event> led = null;
    List<Effect> asked = null;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case V -> version = version(json);
        case SEQ -> seq = json.getLongValue();
        case TIME_MS -> timeMs = json.getLongValue();
        case INPUT -> what = input.readValue(json);
        case EVENTS -> led = list(json, event);
        case EFFECTS -> asked = list(json, effect);
        default -> json.skipChildren();
      }
    }
    if (version == 0
        || seq == 0
        || timeMs == Long.MIN_VALUE
        || what == null
        || led == null
        || asked == null) {
      throw new JournalException(
          "not an entry: v, seq, timeMs, input, events and effects are needed");
    }
    return new Entry(seq, timeMs, what, led, asked);
  }

  private static long version(JsonParser json) throws IOException {
    long version = json.getLongValue();
    if (version < 1 || version > VERSION) {
      throw new JournalException(
          "the entry is of format "
              + version
              + " and this Turno reads up to "
              + VERSION
              + ": use the Turno that wrote it, or a later one");
    }
    return version;
  }

  private static <T> List<T> list(JsonParser json, ObjectReader reader) throws IOException {
    if (!json.hasToken(JsonToken.START_ARRAY)) {
      throw new JournalException("not an entry: " + json.currentName() + " is not a list");
    }
    List<T> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (!json.hasToken(JsonToken.START_OBJECT)) {
        throw new JournalException("not an entry: a list holds " + json.currentToken());
      }
      items.add(reader.readValue(json));
    }
    return items;
  }

  /**
   * Whether a document is whole, if only another Turno may understand it: nothing that was torn.
   */
  boolean isWhole(byte[] document) {
    try (JsonParser json = mapper.createParser(document)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      json.skipChildren();
      return json.nextToken() == null;
    } catch (IOException torn) {
      return false;
    }
  }

  /** A document that {@link #decode} has read, as a tree. */
  JsonNode tree(byte[] document) {
    try {
      return mapper.readTree(document);
    } catch (IOException e) {
      throw new UncheckedIOException("a document that was read before", e);
    }
  }

  static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
