package org.turno.server.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.server.hours.HolidayFile;
import org.turno.server.hours.Holidays;
import org.turno.server.hours.OpeningHours;
import org.turno.server.hours.Span;

/** Reads opening hours and the files of holidays that they name. */
final class CalendarReader {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final String HOURS_REMEDY =
      "write 09:00-14:00, several with commas, 22:00-06:00 over midnight, all day or closed";

  private final Path folder;
  private final Problems problems;

  CalendarReader(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  OpeningHours read(MapReader map) {
    ZoneId zone = zone(map);
    Map<DayOfWeek, List<Span>> weekly = weekly(map);
    List<Holidays> holidays = new ArrayList<>();
    for (Text name : map.oneOrMore("holidays")) {
      holidays.add(holidays(name, zone));
    }
    Text text = map.text("holiday_hours");
    List<Span> holidayHours = text == null ? List.of() : spans(text, map.where());
    return new OpeningHours(zone, weekly, exceptions(map), Holidays.of(holidays), holidayHours);
  }

  private ZoneId zone(MapReader map) {
    Text zone = map.text("zone");
    if (zone == null) {
      return ZoneId.systemDefault();
    }
    try {
      return ZoneId.of(zone.value());
    } catch (DateTimeException e) {
      problems.error(
          zone.spot(),
          map.where() + " has the unknown time zone \"" + zone.value() + "\"",
          Nearest.to(zone.value(), ZoneId.getAvailableZoneIds().stream().sorted().toList())
              .map(near -> "did you mean \"" + near + "\"?")
              .orElse("write it as Europe/Madrid"));
      return ZoneId.of("UTC");
    }
  }

  private Map<DayOfWeek, List<Span>> weekly(MapReader map) {
    Map<DayOfWeek, List<Span>> weekly = new EnumMap<>(DayOfWeek.class);
    if (!map.has("weekly")) {
      problems.error(
          map.spot(),
          map.where() + " has no weekly",
          "add it, for example weekly: {mon-fri: '08:00-20:00', sat: '09:00-14:00'}");
    }
    map.byName("weekly")
        .forEach(
            (name, node) -> {
              List<DayOfWeek> days = days(name.value());
              Text text = Nodes.text(node, name.value() + " of " + map.where(), problems);
              if (days.isEmpty()) {
                problems.error(
                    name.spot(),
                    map.where() + " has the day \"" + name.value() + "\"",
                    "use mon, tue, wed, thu, fri, sat, sun or a range as mon-fri");
              } else if (text != null) {
                List<Span> spans = spans(text, name.value() + " of " + map.where());
                days.forEach(
                    day -> {
                      if (weekly.put(day, spans) != null) {
                        problems.error(
                            name.spot(),
                            map.where() + " has " + DAYS.get(day.getValue() - 1) + " twice",
                            "name each day once");
                      }
                    });
              }
            });
    return weekly;
  }

  /** A day, or a range that may go over the end of the week; empty where it is neither. */
  private static List<DayOfWeek> days(String name) {
    String[] ends = name.toLowerCase(Locale.ROOT).split("-", -1);
    int from = DAYS.indexOf(ends[0].strip());
    int to = DAYS.indexOf(ends[ends.length - 1].strip());
    if (from < 0 || to < 0 || ends.length > 2) {
      return List.of();
    }
    List<DayOfWeek> days = new ArrayList<>();
    for (int day = from; days.isEmpty() || day != (to + 1) % DAYS.size(); day = (day + 1) % 7) {
      days.add(DayOfWeek.of(day + 1));
    }
    return days;
  }

  private SortedMap<LocalDate, List<Span>> exceptions(MapReader map) {
    SortedMap<LocalDate, List<Span>> exceptions = new TreeMap<>();
    map.byName("exceptions")
        .forEach(
            (name, node) -> {
              LocalDate day = date(name.value());
              Text text = Nodes.text(node, name.value() + " of " + map.where(), problems);
              if (day == null) {
                problems.error(
                    name.spot(),
                    map.where() + " has the date \"" + name.value() + "\"",
                    "write it as 2026-12-24");
              } else if (text != null) {
                exceptions.put(day, spans(text, name.value() + " of " + map.where()));
              }
            });
    return exceptions;
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private List<Span> spans(Text text, String where) {
    List<Span> spans = Span.parse(text.value());
    if (spans == null) {
      problems.error(text.spot(), where + " has the hours \"" + text.value() + "\"", HOURS_REMEDY);
      return List.of();
    }
    return spans;
  }

  private Holidays holidays(Text name, ZoneId zone) {
    Path file = folder.resolve(name.value());
    try {
      return HolidayFile.read(file, zone, System.currentTimeMillis());
    } catch (HolidayFile.BrokenException e) {
      problems.errorIn(
          file.toString(),
          new Spot(e.line(), 1),
          "these holidays cannot be used: " + e.getMessage(),
          "correct the file, export it again from its calendar, or remove it from holidays in line "
              + name.spot().line()
              + " of the configuration");
      return Holidays.NONE;
    }
  }
}
