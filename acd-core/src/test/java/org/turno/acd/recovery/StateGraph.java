package org.turno.acd.recovery;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.agent.Person;
import org.turno.acd.agent.Seat;
import org.turno.acd.collection.InOrder;
import org.turno.acd.collection.Lookup;
import org.turno.acd.engine.AcdState;

/**
 * Everything that a state holds, field by field down to the last number, as lines of text: two
 * states are equal when these are. It finds fields by itself, so none can be forgotten.
 */
final class StateGraph {
  /** What is found by its key only: the order in which it came to be there tells nothing. */
  private static final Set<String> LOOKUPS = Set.of("lengths", "askedLast", "places");

  /** Follows from the rest; that it does is shown by what a restored state decides. */
  private static final Set<String> DERIVED =
      Set.of("applier", "latest", "router.index", "router.fresh", "router.order", "router.upkeep");

  private final StringBuilder text = new StringBuilder();

  private StateGraph() {}

  static String of(AcdState state) {
    StateGraph graph = new StateGraph();
    graph.fields("", state);
    return graph.text.toString();
  }

  private void fields(String path, Object object) {
    for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        String name = path.isEmpty() ? field.getName() : path + "." + field.getName();
        if (!Modifier.isStatic(field.getModifiers())
            && !DERIVED.contains(name)
            && !field.getName().equals("filing")) {
          value(name, read(field, object), LOOKUPS.contains(field.getName()));
        }
      }
    }
  }

  private static @Nullable Object read(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** What is found, as text: it is in the graph elsewhere, or tells its fields. */
  private static Map<String, String> found(Lookup<?, ?> lookup) {
    Object[] entries = (Object[]) Objects.requireNonNull(entries(lookup));
    Map<String, String> found = new TreeMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      if (entries[i] != null) {
        found.put(entries[i].toString(), String.valueOf(entries[i + 1]));
      }
    }
    return found;
  }

  private static @Nullable Object entries(Lookup<?, ?> lookup) {
    try {
      return read(Lookup.class.getDeclaredField("entries"), lookup);
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }

  private void value(String path, @Nullable Object value, boolean unordered) {
    if (value instanceof Lookup<?, ?> lookup) {
      value(path, found(lookup), true);
    } else if (value instanceof InOrder<?> inOrder) {
      List<Object> all = new ArrayList<>();
      inOrder.forEach(all::add);
      value(path, all, false);
    } else if (value instanceof Seat seat) {
      Person person = seat.person();
      List<Agent> seats = person == null ? List.of() : person.seats();
      value(path, seats.stream().map(Agent::id).toList(), false);
    } else if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> byName = new TreeMap<>();
      int place = 0;
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String key = "{" + entry.getKey() + "}";
        byName.put(unordered ? key : String.format("%06d", place++) + key, entry.getValue());
      }
      byName.forEach((key, one) -> value(path + key, one, false));
      text.append(path).append(" of ").append(map.size()).append('\n');
    } else if (value instanceof Collection<?> all) {
      int place = 0;
      for (Object one : all) {
        value(path + "[" + place++ + "]", one, false);
      }
      text.append(path).append(" of ").append(all.size()).append('\n');
    } else if (value instanceof int[] numbers) {
      text.append(path).append(" = ").append(Arrays.toString(numbers)).append('\n');
    } else if (value != null
        && value.getClass().getName().startsWith("org.turno.")
        && !(value instanceof Enum)) {
      text.append(path).append(" is ").append(value.getClass().getSimpleName()).append('\n');
      fields(path, value);
    } else {
      text.append(path).append(" = ").append(value).append('\n');
    }
  }
}
