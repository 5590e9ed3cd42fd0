package org.turno.server.hours;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;

/**
 * Reads holidays from an iCalendar file (RFC 5545): all-day events, also of several days and
 * recurring ones, are holidays; events with a time close for so long. What is cancelled counts for
 * nothing. Times without a zone are by the calendar's own.
 */
public final class HolidayFile {
  /** So far ahead recurring events are worked out; the file is read again at every start. */
  private static final int YEARS_AHEAD = 10;

  private HolidayFile() {}

  /** A file that cannot be used. */
  public static final class BrokenException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    BrokenException(int line, String what) {
      super(what);
      this.line = Math.max(1, line);
    }

    /** Counted from 1. */
    public int line() {
      return line;
    }
  }

  /**
   * Reads a file.
   *
   * @param zone by which its floating times are meant
   * @param nowMs from a month before which on it matters, epoch milliseconds
   * @throws BrokenException with the line and what is wrong there
   */
  public static Holidays read(Path file, ZoneId zone, long nowMs) throws BrokenException {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new BrokenException(1, "it is not written in UTF-8");
    } catch (IOException e) {
      throw new BrokenException(1, "it cannot be read: " + e.getMessage());
    }
    LocalDate today = Instant.ofEpochMilli(nowMs).atZone(zone).toLocalDate();
    return parse(text, zone, today.minusMonths(1), today.plusYears(YEARS_AHEAD));
  }

  static Holidays parse(String text, ZoneId zone, LocalDate from, LocalDate to)
      throws BrokenException {
    Calendar calendar = calendar(text);
    SortedSet<LocalDate> days = new TreeSet<>();
    List<Holidays.Hours> hours = new ArrayList<>();
    List<VEvent> events = calendar.getComponents(Component.VEVENT);
    for (VEvent event : events) {
      if (isCancelled(event)) {
        continue;
      }
      int line = lineOf(text, event);
      try {
        read(event, zone, from, to, days, hours);
      } catch (RuntimeException e) {
        throw new BrokenException(line, "this event cannot be read: " + e.getMessage());
      }
    }
    return new Holidays(days, hours);
  }

  private static Calendar calendar(String text) throws BrokenException {
    if (!text.stripLeading().startsWith("BEGIN:VCALENDAR")) {
      throw new BrokenException(1, "it does not begin with BEGIN:VCALENDAR");
    }
    try (Reader reader = new StringReader(text)) {
      return new CalendarBuilder().build(reader);
    } catch (ParserException e) {
      throw new BrokenException(e.getLineNo(), String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      throw new BrokenException(1, String.valueOf(e.getMessage()));
    }
  }

  private static boolean isCancelled(VEvent event) {
    return event
        .getProperty("STATUS")
        .map(status -> status.getValue().equalsIgnoreCase("CANCELLED"))
        .orElse(false);
  }

  /** The library forgets where an event stood; its UID tells. */
  private static int lineOf(String text, VEvent event) {
    String uid = event.getUid().map(u -> u.getValue()).orElse("");
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size() && !uid.isEmpty(); i++) {
      if (lines.get(i).startsWith("UID") && lines.get(i).endsWith(uid)) {
        return i + 1;
      }
    }
    return 1;
  }

  private static void read(
      VEvent event,
      ZoneId zone,
      LocalDate from,
      LocalDate to,
      SortedSet<LocalDate> days,
      List<Holidays.Hours> hours) {
    DtStart<Temporal> start = event.getDateTimeStart();
    if (start == null) {
      throw new IllegalArgumentException("it has no DTSTART");
    }
    Temporal begins = start.getDate();
    if (begins instanceof LocalDate) {
      for (Period<LocalDate> period :
          event.<LocalDate>calculateRecurrenceSet(new Period<>(from, to))) {
        LocalDate day = period.getStart();
        LocalDate end = period.getEnd();
        do {
          days.add(day);
          day = day.plusDays(1);
        } while (day.isBefore(end));
      }
    } else if (begins instanceof LocalDateTime) {
      Period<LocalDateTime> within = new Period<>(from.atStartOfDay(), to.atStartOfDay());
      for (Period<LocalDateTime> period : event.<LocalDateTime>calculateRecurrenceSet(within)) {
        add(period.getStart().atZone(zone), period.getEnd().atZone(zone), hours);
      }
    } else {
      ZoneId own = begins instanceof ZonedDateTime zoned ? zoned.getZone() : zone;
      Period<ZonedDateTime> within = new Period<>(from.atStartOfDay(own), to.atStartOfDay(own));
      addTimed(event, begins, own, within, hours);
    }
  }

  private static void addTimed(
      VEvent event,
      Temporal begins,
      ZoneId own,
      Period<ZonedDateTime> within,
      List<Holidays.Hours> hours) {
    if (begins instanceof Instant) {
      Period<Instant> instants =
          new Period<>(within.getStart().toInstant(), within.getEnd().toInstant());
      for (Period<Instant> period : event.<Instant>calculateRecurrenceSet(instants)) {
        add(period.getStart().atZone(own), period.getEnd().atZone(own), hours);
      }
    } else if (begins instanceof OffsetDateTime) {
      Period<OffsetDateTime> offsets =
          new Period<>(within.getStart().toOffsetDateTime(), within.getEnd().toOffsetDateTime());
      for (Period<OffsetDateTime> period : event.<OffsetDateTime>calculateRecurrenceSet(offsets)) {
        add(period.getStart().toZonedDateTime(), period.getEnd().toZonedDateTime(), hours);
      }
    } else {
      for (Period<ZonedDateTime> period : event.<ZonedDateTime>calculateRecurrenceSet(within)) {
        add(period.getStart(), period.getEnd(), hours);
      }
    }
  }

  private static void add(ZonedDateTime from, ZonedDateTime to, List<Holidays.Hours> hours) {
    hours.add(new Holidays.Hours(from.toInstant().toEpochMilli(), to.toInstant().toEpochMilli()));
  }
}
