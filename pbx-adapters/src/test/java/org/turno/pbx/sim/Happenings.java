package org.turno.pbx.sim;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.Event;
import org.turno.acd.input.Input;

/**
 * How often each kind of thing happened: inputs, events and effects by type, and by each value of
 * what they enumerate. A rule that no drawn floor ever comes near is not tested by any of them.
 */
final class Happenings {
  private final SortedMap<String, Long> counts = new TreeMap<>();

  void count(Entry entry) {
    count(entry.input());
    entry.events().forEach(this::count);
    entry.effects().forEach(this::count);
  }

  private void count(Object happened) {
    Class<?> type = happened.getClass();
    counts.merge(name(type), 1L, Long::sum);
    for (RecordComponent part : type.getRecordComponents()) {
      if (part.getType().isEnum()) {
        counts.merge(name(type) + " " + value(happened, part), 1L, Long::sum);
      }
    }
  }

  private static Object value(Object of, RecordComponent part) {
    try {
      return part.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + part + " of " + of, e);
    }
  }

  /** Counts what is no input, event or effect. */
  void count(String name, long times) {
    counts.merge(name, times, Long::sum);
  }

  /** Takes over what happened elsewhere. */
  void add(Map<String, Long> others) {
    others.forEach((name, count) -> counts.merge(name, count, Long::sum));
  }

  SortedMap<String, Long> counts() {
    return counts;
  }

  /** What can happen and did not, by name. */
  List<String> never() {
    return Stream.of(Input.class, Event.class, Effect.class)
        .flatMap(Happenings::types)
        .flatMap(Happenings::names)
        .filter(name -> !counts.containsKey(name))
        .sorted()
        .toList();
  }

  private static Stream<Class<?>> types(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(Happenings::types)
        : Stream.of(type);
  }

  private static Stream<String> names(Class<?> type) {
    Stream<String> values =
        Stream.of(type.getRecordComponents())
            .filter(part -> part.getType().isEnum())
            .flatMap(part -> Stream.of(part.getType().getEnumConstants()))
            .map(value -> name(type) + " " + value);
    return Stream.concat(Stream.of(name(type)), values);
  }

  /** For example {@code OfferEvent.Made}. */
  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null
        ? type.getSimpleName()
        : outer.getSimpleName() + "." + type.getSimpleName();
  }
}
