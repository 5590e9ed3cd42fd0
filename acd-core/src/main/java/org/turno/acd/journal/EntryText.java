package org.turno.acd.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.Requirement;

/**
 * An entry as lines that people read and grep:
 *
 * <pre>#7 2026-09-21 16:13:20.000+02:00 call-arrived pbx=asterisk leg=1790.12 line=012
 *     event contact.arrived contact=c-1 ... arrived=16:13:20.000
 *     effect park id=e-7-1 pbx=asterisk leg=1790.12 music=default</pre>
 *
 * <p>Moments are shown by the clock of a time zone, spans in seconds, whatever could confuse a
 * terminal escaped as in JSON.
 */
final class EntryText {
  /** More of a list than this is left to the raw documents. */
  private static final int LONGEST_LIST = 20;

  /** Milliseconds from here on are a moment, before it a span: some three years. */
  private static final long FIRST_MOMENT_MS = 100_000_000_000L;

  private static final String UNIT = "Ms";
  private static final String TYPE = EntryCodec.TYPE;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSxxx", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  private final ZoneId zone;
  private final ObjectMapper mapper = JournalMapper.create();
  private final StringBuilder text = new StringBuilder();
  private LocalDate day = LocalDate.EPOCH;

  EntryText(ZoneId zone) {
    this.zone = zone;
  }

  /** All lines of an entry, each with its end. */
  String of(JsonNode document) {
    text.setLength(0);
    ZonedDateTime at = at(document.path("timeMs").longValue());
    day = at.toLocalDate();
    text.append('#').append(document.path("seq").longValue()).append(' ');
    text.append(STAMP.format(at)).append(' ');
    typed(document.path("input"));
    text.append('\n');
    lines("event", document.path("events"));
    lines("effect", document.path("effects"));
    return text.toString();
  }

  private ZonedDateTime at(long timeMs) {
    return Instant.ofEpochMilli(timeMs).atZone(zone);
  }

  private void lines(String kind, JsonNode list) {
    for (JsonNode one : list) {
      text.append("    ").append(kind).append(' ');
      typed(one);
      text.append('\n');
    }
  }

  private void typed(JsonNode value) {
    text.append(value.path(TYPE).textValue());
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      if (!field.getKey().equals(TYPE) && !saysNothing(field)) {
        text.append(' ');
        field(field.getKey(), field.getValue());
      }
    }
  }

  /**
   * Most calls come with no wishes beyond their line; most callers prefer nobody and press no key.
   */
  private boolean saysNothing(Map.Entry<String, JsonNode> field) {
    return switch (field.getKey()) {
      case "wishes" -> read(field.getValue(), CallWishes.class).equals(CallWishes.NONE);
      case "preference" -> read(field.getValue(), Requirement.class).equals(Requirement.nothing());
      case "keys" -> field.getValue().isEmpty();
      default -> false;
    };
  }

  private <T> T read(JsonNode value, Class<T> type) {
    try {
      return mapper.treeToValue(value, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a " + type.getSimpleName() + " that was read before", e);
    }
  }

  private void field(String name, JsonNode value) {
    if (name.endsWith(UNIT) && value.isIntegralNumber()) {
      text.append(name, 0, name.length() - UNIT.length()).append('=');
      time(value.longValue());
    } else if (name.equals("requirement") || name.equals("preference")) {
      text.append(name).append('=');
      requirement(value);
    } else if (name.equals("plan")) {
      text.append(name).append('=');
      counts(value);
    } else {
      text.append(name).append('=');
      value(value);
    }
  }

  /** A configuration is too long for a line. */
  private void counts(JsonNode lists) {
    String gap = "{";
    for (Map.Entry<String, JsonNode> list : lists.properties()) {
      text.append(gap).append(list.getKey()).append('=').append(list.getValue().size());
      gap = " ";
    }
    text.append('}');
  }

  private void time(long ms) {
    if (ms < FIRST_MOMENT_MS) {
      text.append(ms / 1_000.0).append('s');
      return;
    }
    ZonedDateTime at = at(ms);
    text.append((at.toLocalDate().equals(day) ? TIME : DATE_TIME).format(at));
  }

  private void requirement(JsonNode value) {
    quoted(read(value, Requirement.class).toString());
  }

  private void value(JsonNode value) {
    if (value.isTextual()) {
      quoted(value.textValue());
    } else if (value.isArray()) {
      list(value);
    } else if (value.isObject()) {
      object(value);
    } else {
      text.append(value.asText());
    }
  }

  private void list(JsonNode list) {
    text.append('[');
    int shown = Math.min(list.size(), LONGEST_LIST);
    for (int i = 0; i < shown; i++) {
      text.append(i == 0 ? "" : " ");
      value(list.get(i));
    }
    if (list.size() > shown) {
      text.append(" and ").append(list.size() - shown).append(" more, see the raw document");
    }
    text.append(']');
  }

  private void object(JsonNode object) {
    text.append(object.path(TYPE).asText("")).append('{');
    String gap = "";
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!field.getKey().equals(TYPE) && !saysNothing(field)) {
        text.append(gap);
        field(field.getKey(), field.getValue());
        gap = " ";
      }
    }
    text.append('}');
  }

  private void quoted(String value) {
    if (value.codePoints().allMatch(EntryText::isPlain) && !value.isEmpty()) {
      text.append(value);
      return;
    }
    text.append('"');
    value.codePoints().forEach(this::escaped);
    text.append('"');
  }

  private void escaped(int c) {
    if (c == '"' || c == '\\') {
      text.append('\\').appendCodePoint(c);
    } else if (isOdd(c)) {
      for (char half : Character.toChars(c)) {
        text.append(String.format(Locale.ROOT, "\\u%04X", (int) half));
      }
    } else {
      text.appendCodePoint(c);
    }
  }

  private static boolean isPlain(int c) {
    return c > ' ' && "\"\\{}[]=".indexOf(c) < 0 && !isOdd(c);
  }

  /** What a terminal does not show as it is: controls, marks of direction, halves of a pair. */
  private static boolean isOdd(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
