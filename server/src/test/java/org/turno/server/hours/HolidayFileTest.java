package org.turno.server.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holidays as calendars export them. */
final class HolidayFileTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  private static Holidays read(String events) throws HolidayFile.BrokenException {
    String text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
            + events.replace("\n", "\r\n")
            + "END:VCALENDAR\r\n";
    return HolidayFile.parse(
        text, MADRID, LocalDate.parse("2026-01-01"), LocalDate.parse("2029-01-01"));
  }

  private static String event(String lines) {
    return "BEGIN:VEVENT\nUID:one@test\nDTSTAMP:20260101T000000Z\n" + lines + "END:VEVENT\n";
  }

  private static List<LocalDate> days(String... days) {
    return List.copyOf(new TreeSet<>(List.of(days).stream().map(LocalDate::parse).toList()));
  }

  @Test
  void a_day_of_every_year_is_a_holiday_in_each() throws HolidayFile.BrokenException {
    Holidays holidays =
        read(event("DTSTART;VALUE=DATE:20200106\nRRULE:FREQ=YEARLY\nSUMMARY:Reyes\n"));
    assertEquals(days("2026-01-06", "2027-01-06", "2028-01-06"), List.copyOf(holidays.days()));
  }

  @Test
  void days_in_a_row_end_before_their_end() throws HolidayFile.BrokenException {
    Holidays holidays =
        read(event("DTSTART;VALUE=DATE:20260402\nDTEND;VALUE=DATE:20260404\nSUMMARY:Pascua\n"));
    assertEquals(days("2026-04-02", "2026-04-03"), List.copyOf(holidays.days()));
  }

  @Test
  void a_recurring_day_may_have_exceptions_and_an_end() throws HolidayFile.BrokenException {
    Holidays holidays =
        read(
            event(
                """
                DTSTART;VALUE=DATE:20260101
                RRULE:FREQ=YEARLY;COUNT=3
                EXDATE;VALUE=DATE:20270101
                """));
    assertEquals(days("2026-01-01", "2028-01-01"), List.copyOf(holidays.days()));
  }

  @Test
  void what_is_cancelled_is_no_holiday() throws HolidayFile.BrokenException {
    assertTrue(read(event("DTSTART;VALUE=DATE:20260101\nSTATUS:CANCELLED\n")).days().isEmpty());
  }

  @Test
  void hours_count_by_the_zone_that_they_name_or_else_by_the_calendars()
      throws HolidayFile.BrokenException {
    Holidays.Hours noon =
        new Holidays.Hours(
            Instant.parse("2026-06-01T10:00:00Z").toEpochMilli(),
            Instant.parse("2026-06-01T11:00:00Z").toEpochMilli());
    for (String written :
        List.of(
            "DTSTART:20260601T120000\nDTEND:20260601T130000\n",
            "DTSTART:20260601T100000Z\nDTEND:20260601T110000Z\n",
            """
            DTSTART;TZID=Atlantic/Canary:20260601T110000
            DTEND;TZID=Atlantic/Canary:20260601T120000
            """)) {
      assertEquals(List.of(noon), read(event(written)).hours(), written);
    }
  }

  @Test
  void a_broken_file_is_told_with_its_line() {
    HolidayFile.BrokenException broken =
        assertThrows(
            HolidayFile.BrokenException.class,
            () -> read("BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:2026XX01\nEND:VEVENT\n"));
    assertTrue(broken.line() >= 4 && broken.line() <= 7, broken.line() + ": " + broken);
    assertThrows(
        HolidayFile.BrokenException.class,
        () -> HolidayFile.parse("<html>", MADRID, LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1)));
  }
}
