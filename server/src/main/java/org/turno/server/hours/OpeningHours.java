package org.turno.server.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When something is open. A span belongs to the day on which it begins, so a holiday does not cut
 * the night before short. An exception goes before a holiday, a holiday before the week.
 *
 * <p>When the clocks change: hours that do not exist on that day count as the moment of the change;
 * of hours that exist twice, opening means the first and closing the second.
 *
 * @param zone whose clock
 * @param weekly the spans of each day of the week; none for a day that is not there
 * @param exceptions the spans of single days
 * @param holidays days on which other spans hold, and hours during which it is closed
 * @param holidayHours those spans
 */
public record OpeningHours(
    ZoneId zone,
    Map<DayOfWeek, List<Span>> weekly,
    SortedMap<LocalDate, List<Span>> exceptions,
    Holidays holidays,
    List<Span> holidayHours) {
  /** Whoever is open or closed for so long has no next change worth telling. */
  private static final int HORIZON_DAYS = 400;

  private record Interval(long fromMs, long toMs) {}

  /** Copies the collections. */
  public OpeningHours {
    weekly = weekly.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(weekly));
    exceptions = Collections.unmodifiableSortedMap(new TreeMap<>(exceptions));
    holidayHours = List.copyOf(holidayHours);
  }

  /** Whether it is open at a moment, epoch milliseconds. */
  public boolean openAt(long ms) {
    LocalDate day = day(ms);
    return open(day.minusDays(2), day.plusDays(1)).stream()
        .anyMatch(span -> span.fromMs <= ms && ms < span.toMs);
  }

  /** When that changes next, epoch milliseconds; null where it does not within a year. */
  public @Nullable Long nextChangeMs(long ms) {
    LocalDate day = day(ms);
    Long next = null;
    // most changes are near: look far only where none is
    for (int days = 2; next == null && days <= HORIZON_DAYS; days = days == 2 ? 32 : days * 2 + 1) {
      LocalDate last = day.plusDays(Math.min(days, HORIZON_DAYS));
      long untilMs = last.minusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
      for (Interval span : open(day.minusDays(2), last)) {
        Long change =
            span.fromMs > ms ? Long.valueOf(span.fromMs) : span.toMs > ms ? span.toMs : null;
        if (next == null && change != null && change < untilMs) {
          next = change;
        }
      }
    }
    return next;
  }

  private LocalDate day(long ms) {
    return Instant.ofEpochMilli(ms).atZone(zone).toLocalDate();
  }

  /** When it is open in some days, in order, with what touches made one. */
  private List<Interval> open(LocalDate first, LocalDate last) {
    List<Interval> spans = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      for (Span span : spans(day)) {
        long fromMs = ms(day, span.fromMinute(), true);
        long toMs = ms(day, span.toMinute(), false);
        if (toMs > fromMs) {
          spans.add(new Interval(fromMs, toMs));
        }
      }
    }
    spans.sort(Comparator.comparingLong(Interval::fromMs));
    return without(merged(spans));
  }

  private static List<Interval> merged(List<Interval> sorted) {
    List<Interval> merged = new ArrayList<>();
    for (Interval span : sorted) {
      Interval before = merged.isEmpty() ? null : merged.getLast();
      if (before != null && span.fromMs <= before.toMs) {
        merged.removeLast();
        merged.add(new Interval(before.fromMs, Math.max(before.toMs, span.toMs)));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  /** Without the hours during which it is closed all the same. */
  private List<Interval> without(List<Interval> open) {
    List<Interval> left = open;
    for (Holidays.Hours closed : holidays.hours()) {
      List<Interval> cut = new ArrayList<>();
      for (Interval span : left) {
        if (closed.toMs() <= span.fromMs || closed.fromMs() >= span.toMs) {
          cut.add(span);
          continue;
        }
        if (span.fromMs < closed.fromMs()) {
          cut.add(new Interval(span.fromMs, closed.fromMs()));
        }
        if (closed.toMs() < span.toMs) {
          cut.add(new Interval(closed.toMs(), span.toMs));
        }
      }
      left = cut;
    }
    return left;
  }

  private List<Span> spans(LocalDate day) {
    List<Span> exception = exceptions.get(day);
    if (exception != null) {
      return exception;
    }
    return holidays.isHoliday(day)
        ? holidayHours
        : weekly.getOrDefault(day.getDayOfWeek(), List.of());
  }

  private long ms(LocalDate day, int minute, boolean opens) {
    LocalDateTime local = day.atStartOfDay().plusMinutes(minute);
    ZoneRules rules = zone.getRules();
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    if (offsets.isEmpty()) {
      ZoneOffsetTransition gap = rules.getTransition(local);
      return gap.getInstant().toEpochMilli();
    }
    // of two, the earlier moment is the one with the larger offset, which comes first
    return local.toInstant(opens ? offsets.getFirst() : offsets.getLast()).toEpochMilli();
  }
}
