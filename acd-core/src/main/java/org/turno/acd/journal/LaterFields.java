package org.turno.acd.journal;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the vocabulary's records gained after a format was released, and what each such component
 * means where an older document lacks it. Every other component is needed: one that is missing is
 * damage. Components are never taken away and never change their meaning; whoever adds one to a
 * record that lies in journals or snapshots adds it here, and the golden journals tell who forgot.
 *
 * <p>Fields of the state's aggregates need no mention, see {@link SnapshotForms}.
 */
final class LaterFields {
  /** Nothing is younger than the first format. */
  static final LaterFields ALL = new LaterFields(Map.of());

  private final Map<Class<? extends Record>, Map<String, Object>> byRecord;

  /**
   * Made of what each record gained.
   *
   * @param byRecord names of components, and what each is where it is absent
   */
  LaterFields(Map<Class<? extends Record>, Map<String, Object>> byRecord) {
    byRecord.forEach(
        (type, later) -> {
          if (!Arrays.stream(type.getRecordComponents())
              .map(component -> component.getName())
              .toList()
              .containsAll(later.keySet())) {
            throw new IllegalArgumentException(type + " has not all of " + later.keySet());
          }
        });
    this.byRecord = byRecord;
  }

  /** The values, by the names that {@link Introspector} gives them. */
  InjectableValues values() {
    Map<String, Object> values = new HashMap<>();
    byRecord.forEach(
        (type, later) -> later.forEach((name, value) -> values.put(key(type, name), value)));
    return new InjectableValues.Std(values);
  }

  private static String key(Class<?> type, String component) {
    return type.getName() + '.' + component;
  }

  /** Tells Jackson of them. */
  static class Introspector extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private final transient LaterFields later;

    Introspector(LaterFields later) {
      this.later = later;
    }

    @Override
    public JacksonInject.@Nullable Value findInjectableValue(AnnotatedMember member) {
      if (member instanceof AnnotatedParameter parameter) {
        Class<?> type = parameter.getDeclaringClass();
        Map<String, Object> fields = later.byRecord.get(type);
        // Other constructors of a record are for people.
        if (fields != null
            && parameter.getOwner().getParameterCount() == type.getRecordComponents().length) {
          String name = type.getRecordComponents()[parameter.getIndex()].getName();
          if (fields.containsKey(name)) {
            return JacksonInject.Value.forId(key(type, name)).withUseInput(true);
          }
        }
      }
      return super.findInjectableValue(member);
    }
  }
}
