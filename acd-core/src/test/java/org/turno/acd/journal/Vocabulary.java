package org.turno.acd.journal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All records that a sealed interface permits, found by walking it. */
public final class Vocabulary {
  private Vocabulary() {}

  /** In the order of their names. */
  public static List<Class<?>> recordsOf(Class<?> sealed) {
    return walk(sealed).sorted(Comparator.comparing(Class::getName)).toList();
  }

  private static Stream<Class<?>> walk(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Stream.of(type.getPermittedSubclasses()).flatMap(Vocabulary::walk);
  }
}
