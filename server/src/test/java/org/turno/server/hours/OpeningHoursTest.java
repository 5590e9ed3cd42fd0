package org.turno.server.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** When lines and queues are open, also on the days on which the clocks change. */
final class OpeningHoursTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  private static OpeningHours hours(String everyDay) {
    return hours(everyDay, new TreeMap<>(), Holidays.NONE);
  }

  private static OpeningHours hours(
      String everyDay, SortedMap<LocalDate, List<Span>> exceptions, Holidays holidays) {
    Map<DayOfWeek, List<Span>> weekly = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      weekly.put(day, spans(everyDay));
    }
    return new OpeningHours(MADRID, weekly, exceptions, holidays, List.of());
  }

  private static List<Span> spans(String text) {
    return Objects.requireNonNull(Span.parse(text), text);
  }

  private static long at(String local) {
    return LocalDateTime.parse(local).atZone(MADRID).toInstant().toEpochMilli();
  }

  private static long utc(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  /** The changes from a moment to another, in UTC. */
  private static List<String> changes(OpeningHours hours, String from, String to) {
    List<String> changes = new ArrayList<>();
    Long next = hours.nextChangeMs(at(from) - 1);
    while (next != null && next <= at(to)) {
      changes.add(Instant.ofEpochMilli(next) + (hours.openAt(next) ? " opens" : " closes"));
      next = hours.nextChangeMs(next);
    }
    return changes;
  }

  @Test
  void a_day_of_two_halves_opens_twice_and_its_end_is_closed() {
    OpeningHours hours = hours("09:00-14:00, 17:00-20:00");
    assertFalse(hours.openAt(at("2026-06-01T08:59:59")));
    assertTrue(hours.openAt(at("2026-06-01T09:00:00")));
    assertTrue(hours.openAt(at("2026-06-01T13:59:59")));
    assertFalse(hours.openAt(at("2026-06-01T14:00:00")));
    assertEquals(at("2026-06-01T17:00:00"), hours.nextChangeMs(at("2026-06-01T14:00:00")));
    assertTrue(hours.openAt(at("2026-06-01T19:00:00")));
  }

  @Test
  void a_night_over_midnight_belongs_to_the_day_on_which_it_begins() {
    SortedMap<LocalDate, List<Span>> exceptions = new TreeMap<>();
    exceptions.put(LocalDate.parse("2026-06-03"), List.of());
    OpeningHours hours = hours("22:00-06:00", exceptions, Holidays.NONE);
    assertTrue(hours.openAt(at("2026-06-02T23:00:00")));
    assertTrue(hours.openAt(at("2026-06-03T05:59:00")), "the night of the 2nd goes on");
    assertFalse(hours.openAt(at("2026-06-03T23:00:00")));
    assertFalse(hours.openAt(at("2026-06-04T05:00:00")));
  }

  @Test
  void what_is_open_all_day_every_day_never_changes() {
    OpeningHours hours = hours("all day");
    assertTrue(hours.openAt(at("2026-03-29T01:59:59")));
    assertTrue(hours.openAt(at("2026-10-25T02:30:00")));
    assertNull(hours.nextChangeMs(at("2026-01-01T00:00:00")));
  }

  @Test
  void on_the_day_of_23_hours_the_office_opens_by_the_clock_on_the_wall() {
    assertEquals(
        List.of(
            "2026-03-28T07:00:00Z opens",
            "2026-03-28T19:00:00Z closes",
            "2026-03-29T06:00:00Z opens",
            "2026-03-29T18:00:00Z closes"),
        changes(hours("08:00-20:00"), "2026-03-28T00:00:00", "2026-03-29T23:59:00"));
  }

  @Test
  void on_the_day_of_25_hours_too() {
    assertEquals(
        List.of(
            "2026-10-24T06:00:00Z opens",
            "2026-10-24T18:00:00Z closes",
            "2026-10-25T07:00:00Z opens",
            "2026-10-25T19:00:00Z closes"),
        changes(hours("08:00-20:00"), "2026-10-24T00:00:00", "2026-10-25T23:59:00"));
  }

  @Test
  void hours_that_do_not_exist_count_as_the_moment_of_the_change() {
    assertEquals(
        List.of("2026-03-29T01:00:00Z opens", "2026-03-29T03:00:00Z closes"),
        changes(hours("02:30-05:00"), "2026-03-29T00:00:00", "2026-03-29T23:00:00"));
    assertEquals(
        List.of("2026-03-29T00:00:00Z opens", "2026-03-29T01:00:00Z closes"),
        changes(hours("01:00-02:30"), "2026-03-29T00:00:00", "2026-03-29T23:00:00"));
    assertEquals(
        List.of(),
        changes(hours("02:15-02:45"), "2026-03-29T00:00:00", "2026-03-29T23:00:00"),
        "all of it falls into the hour that is left out");
  }

  @Test
  void of_hours_that_exist_twice_opening_means_the_first_and_closing_the_second() {
    assertEquals(
        List.of("2026-10-25T00:30:00Z opens", "2026-10-25T04:00:00Z closes"),
        changes(hours("02:30-05:00"), "2026-10-25T00:00:00", "2026-10-25T23:00:00"));
    assertEquals(
        List.of("2026-10-24T23:00:00Z opens", "2026-10-25T01:30:00Z closes"),
        changes(hours("01:00-02:30"), "2026-10-25T00:00:00", "2026-10-25T23:00:00"));
  }

  @Test
  void an_exception_goes_before_a_holiday_and_a_holiday_before_the_week() {
    SortedMap<LocalDate, List<Span>> exceptions = new TreeMap<>();
    exceptions.put(LocalDate.parse("2026-12-24"), spans("08:00-14:00"));
    Holidays holidays =
        new Holidays(
            new TreeSet<>(List.of(LocalDate.parse("2026-12-24"), LocalDate.parse("2026-12-25"))),
            List.of());
    OpeningHours hours = hours("08:00-20:00", exceptions, holidays);
    assertTrue(hours.openAt(at("2026-12-24T10:00:00")));
    assertFalse(hours.openAt(at("2026-12-24T15:00:00")));
    assertFalse(hours.openAt(at("2026-12-25T10:00:00")));
    assertTrue(hours.openAt(at("2026-12-26T10:00:00")));
  }

  @Test
  void an_event_of_some_hours_closes_for_as_long() {
    Holidays staff =
        new Holidays(
            new TreeSet<>(),
            List.of(new Holidays.Hours(utc("2026-06-01T10:00:00Z"), utc("2026-06-01T11:00:00Z"))));
    assertEquals(
        List.of(
            "2026-06-01T06:00:00Z opens",
            "2026-06-01T10:00:00Z closes",
            "2026-06-01T11:00:00Z opens",
            "2026-06-01T18:00:00Z closes"),
        changes(
            hours("08:00-20:00", new TreeMap<>(), staff),
            "2026-06-01T00:00:00",
            "2026-06-01T23:00:00"));
  }

  @Test
  void hours_that_are_no_hours_are_refused() {
    for (String wrong : List.of("", "9-14", "25:00-26:00", "09:60-10:00", "09:00-09:00", "open")) {
      assertNull(Span.parse(wrong), wrong);
    }
    assertEquals(List.of(Span.ALL_DAY), Span.parse("00:00-24:00"));
  }
}
