package org.turno.acd.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.turno.acd.plan.Requirement;

/**
 * What a story is told in: the sentences of one language, and times by one clock. Parts that must
 * stay on one line are joined by no-break spaces, which {@link Page} prints as plain ones.
 */
final class Words {
  /** The languages that there are sentences for. */
  static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"));

  static final char GLUE = '\u00a0';

  private static final long TENTHS_BELOW_MS = 10_000;
  private static final long MINUTE_MS = 60_000;
  private static final long HOUR_MS = 60 * MINUTE_MS;

  private final ResourceBundle sentences;
  private final Locale language;
  private final ZoneId zone;
  private final DateTimeFormatter time;

  Words(Locale language, ZoneId zone) {
    this.sentences = ResourceBundle.getBundle("org.turno.acd.explain.words", language);
    this.language = language;
    this.zone = zone;
    this.time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
  }

  /** A sentence with its gaps filled: {0}, {1} and so on. */
  String say(String key, Object... parts) {
    String text = sentences.getString(key);
    for (int i = 0; i < parts.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(parts[i]));
    }
    return text;
  }

  /** A sentence with a number, {0}; it may differ for one and for several. */
  String count(String key, long count, Object... parts) {
    Object[] all = new Object[parts.length + 1];
    all[0] = count;
    System.arraycopy(parts, 0, all, 1, parts.length);
    if (!sentences.containsKey(key + ".one")) {
      return say(key, all);
    }
    return say(key + (count == 1 ? ".one" : ".many"), all);
  }

  /** The sentence for a constant, under its own name. */
  String name(String group, Enum<?> constant, Object... parts) {
    return say(group + "." + constant.name(), parts);
  }

  /** A list in prose: a, b and c. */
  String list(List<String> items) {
    return items.size() < 2
        ? String.join("", items)
        : say(
            "list.last",
            String.join(say("list.comma"), items.subList(0, items.size() - 1)),
            items.getLast());
  }

  /** A span: tenths of a second while short, then seconds, minutes, hours. */
  String span(long ms) {
    if (ms == 0) {
      return glued("0 s");
    } else if (ms < TENTHS_BELOW_MS && ms % 1_000 != 0) {
      return glued(String.format(language, "%.1f s", Math.max(ms, 50) / 1e3));
    } else if (ms < MINUTE_MS) {
      return glued(ms / 1_000 + " s");
    } else if (ms < HOUR_MS) {
      return glued(
          String.format(Locale.ROOT, "%d min %02d s", ms / MINUTE_MS, ms % MINUTE_MS / 1_000));
    }
    return glued(
        String.format(Locale.ROOT, "%d h %02d min", ms / HOUR_MS, ms % HOUR_MS / MINUTE_MS));
  }

  /** A span to the millisecond, for spans that would else look equal. */
  String exactly(long ms) {
    return glued(String.format(language, "%.3f s", ms / 1e3));
  }

  /** A requirement whose comparisons stay on one line. */
  String requirement(Requirement requirement) {
    return requirement.toString().replaceAll(" ([<>=]+) ", GLUE + "$1" + GLUE);
  }

  /** The reason of a pause; Turno's own is said in this language. */
  String pause(String reason) {
    String key = "pause." + reason;
    return sentences.containsKey(key) ? say(key) : reason;
  }

  /** A share in thousandths as percent. */
  String percent(long permille) {
    return glued(String.format(language, say("percent"), permille / 10.0));
  }

  /** A time of day, to the millisecond. */
  String time(long ms) {
    return time.format(Instant.ofEpochMilli(ms));
  }

  /** The day of a time. */
  LocalDate day(long ms) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(ms), zone);
  }

  /** Whose clock it is. */
  String clock() {
    return zone.getId();
  }

  /** Keeps a text on one line. */
  static String glued(String text) {
    return text.replace(' ', GLUE);
  }
}
