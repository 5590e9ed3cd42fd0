package org.turno.server.config;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 300ms}, {@code 15s}, {@code 2m}, {@code 1h}. */
public final class Durations {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  private Durations() {}

  /** Milliseconds; empty where the text is not a whole number with a unit (or a bare 0). */
  public static OptionalLong parseMs(String text) {
    if (text.equals("0")) {
      return OptionalLong.of(0);
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(form.group(1)) * unitMs(form.group(2)));
  }

  /** The shortest exact form. */
  public static String format(long ms) {
    for (String unit : new String[] {"h", "m", "s"}) {
      if (ms > 0 && ms % unitMs(unit) == 0) {
        return ms / unitMs(unit) + unit;
      }
    }
    return ms == 0 ? "0" : ms + "ms";
  }

  private static long unitMs(String unit) {
    return switch (unit) {
      case "ms" -> 1;
      case "s" -> 1_000;
      case "m" -> 60_000;
      case "h" -> 3_600_000;
      default -> throw new IllegalArgumentException("unknown unit " + unit);
    };
  }
}
