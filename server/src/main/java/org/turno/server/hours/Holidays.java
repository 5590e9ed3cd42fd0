package org.turno.server.hours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Days and hours that are no ordinary ones.
 *
 * @param days whole days, by the local calendar
 * @param hours times of some hours
 */
public record Holidays(SortedSet<LocalDate> days, List<Hours> hours) {
  /** None. */
  public static final Holidays NONE = new Holidays(Collections.emptySortedSet(), List.of());

  /**
   * A time of some hours.
   *
   * @param fromMs epoch milliseconds
   * @param toMs epoch milliseconds, not included
   */
  public record Hours(long fromMs, long toMs) {}

  /** Copies the collections. */
  public Holidays {
    days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
    hours = List.copyOf(hours);
  }

  /** Those of all. */
  public static Holidays of(Collection<Holidays> all) {
    SortedSet<LocalDate> days = new TreeSet<>();
    List<Hours> hours = new ArrayList<>();
    for (Holidays one : all) {
      days.addAll(one.days());
      hours.addAll(one.hours());
    }
    return new Holidays(days, hours);
  }

  boolean isHoliday(LocalDate day) {
    return days.contains(day);
  }
}
