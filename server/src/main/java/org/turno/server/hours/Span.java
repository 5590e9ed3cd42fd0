package org.turno.server.hours;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hours of one day by the local clock.
 *
 * @param fromMinute after midnight, 0 to 1439
 * @param toMinute after the same midnight; more than 1440 where it ends on the next day
 */
public record Span(int fromMinute, int toMinute) {
  private static final int DAY = 24 * 60;
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})");

  /** From midnight to midnight. */
  public static final Span ALL_DAY = new Span(0, DAY);

  /** Rejects what is no span of a day. */
  public Span {
    if (fromMinute < 0 || fromMinute >= DAY || toMinute <= fromMinute || toMinute > 2 * DAY) {
      throw new IllegalArgumentException("no hours of a day: " + fromMinute + " to " + toMinute);
    }
  }

  /**
   * Hours as people write them: {@code 09:00-14:00, 17:00-20:00}, {@code 22:00-06:00} over
   * midnight, {@code all day}, {@code closed}.
   *
   * @return null where it is not written so
   */
  public static @Nullable List<Span> parse(String text) {
    String said = text.strip();
    if (said.equals("closed")) {
      return List.of();
    } else if (said.equals("all day")) {
      return List.of(ALL_DAY);
    }
    List<Span> spans = new ArrayList<>();
    for (String part : said.split(",", -1)) {
      Matcher written = WRITTEN.matcher(part.strip());
      if (!written.matches()) {
        return null;
      }
      int from = minute(written.group(1), written.group(2));
      int to = minute(written.group(3), written.group(4));
      if (from < 0 || to < 0 || from >= DAY || from == to) {
        return null;
      }
      spans.add(new Span(from, to > from ? to : to + DAY));
    }
    return spans;
  }

  private static int minute(String hour, String minute) {
    int h = Integer.parseInt(hour);
    int m = Integer.parseInt(minute);
    return m > 59 || h * 60 + m > DAY ? -1 : h * 60 + m;
  }
}
