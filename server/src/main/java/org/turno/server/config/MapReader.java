package org.turno.server.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads the keys of one mapping. Whatever is wrong with a key is reported at once and the default
 * is returned, so that reading goes on and finds everything else.
 */
final class MapReader {
  private final Section section;
  private final String where;
  private final Spot spot;
  private final Problems problems;
  private final SequencedMap<String, Node> values = new LinkedHashMap<>();

  /**
   * @param where what the mapping is about, for messages, for example {@code queue general}
   */
  MapReader(MappingNode node, Section section, String where, Spot spot, Problems problems) {
    this.section = section;
    this.where = where;
    this.spot = spot;
    this.problems = problems;
    entries(node, where, problems)
        .forEach(
            (key, value) -> {
              if (section.keys().contains(key.value())) {
                values.put(key.value(), value);
              } else {
                reportUnknown(key);
              }
            });
  }

  /** Of a node that ought to be a mapping; null, with the problem reported, where it is not. */
  static @Nullable MapReader of(
      Node node, Section section, String where, Spot spot, Problems problems) {
    if (node instanceof MappingNode mapping) {
      return new MapReader(mapping, section, where, spot, problems);
    }
    if (Nodes.isNothing(node)) {
      problems.error(Spot.of(node), where + " is empty", "give it its keys or remove the line");
    } else {
      Nodes.wrongKind(node, where, "a mapping (key: value)", problems);
    }
    return null;
  }

  String where() {
    return where;
  }

  Spot spot() {
    return spot;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Whether the value of a key is a mapping. */
  boolean hasMapping(String key) {
    return values.get(key) instanceof MappingNode;
  }

  /** Where the value of a key stands; the mapping itself where the key is missing. */
  Spot spotOf(String key) {
    Node node = values.get(key);
    return node == null ? spot : Spot.of(node);
  }

  @Nullable Text text(String key) {
    Node node = values.get(key);
    return node == null ? null : Nodes.text(node, named(key), problems);
  }

  String text(String key, String otherwise) {
    Text text = text(key);
    return text == null ? otherwise : text.value();
  }

  @Nullable Text requiredText(String key, String example) {
    if (!has(key)) {
      problems.error(spot, where + " has no " + key, "add it, for example " + key + ": " + example);
      return null;
    }
    return text(key);
  }

  long durationMs(String key, long otherwise, long minMs, long maxMs) {
    Text text = text(key);
    if (text == null) {
      return otherwise;
    }
    OptionalLong ms = Durations.parseMs(text.value());
    if (ms.isEmpty()) {
      problems.error(
          text.spot(),
          named(key) + " is \"" + text.value() + "\", which is not a length of time",
          durationRemedy(text.value()));
      return otherwise;
    }
    if (ms.getAsLong() < minMs || ms.getAsLong() > maxMs) {
      problems.error(
          text.spot(),
          named(key) + " is " + text.value(),
          "use " + Durations.format(minMs) + " to " + Durations.format(maxMs));
      return otherwise;
    }
    return ms.getAsLong();
  }

  /** One of an enum's constants, written in small letters. */
  <E extends Enum<E>> E oneOf(String key, E otherwise) {
    Text text = text(key);
    if (text == null) {
      return otherwise;
    }
    List<String> names = new ArrayList<>();
    for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
      String name = constant.name().toLowerCase(Locale.ROOT);
      if (name.equals(text.value())) {
        return constant;
      }
      names.add(name);
    }
    problems.error(
        text.spot(),
        named(key) + " is \"" + text.value() + "\"",
        Nearest.to(text.value(), names)
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("use one of " + String.join(", ", names)));
    return otherwise;
  }

  int integer(String key, int otherwise, int min, int max) {
    Text text = text(key);
    if (text == null) {
      return otherwise;
    }
    if (text.value().matches("-?\\d{1,9}")) {
      int value = Integer.parseInt(text.value());
      if (value >= min && value <= max) {
        return value;
      }
    }
    problems.error(
        text.spot(),
        named(key) + " is \"" + text.value() + "\"",
        "write a whole number from " + min + " to " + max);
    return otherwise;
  }

  boolean flag(String key) {
    Text text = text(key);
    if (text == null || text.value().equals("false")) {
      return false;
    }
    if (!text.value().equals("true")) {
      problems.error(
          text.spot(), named(key) + " is \"" + text.value() + "\"", "write true or false");
    }
    return true;
  }

  /** A list of texts; empty where the key is missing. */
  List<Text> texts(String key) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode list)) {
      Nodes.wrongKind(node, named(key), "a list, for example [a, b],", problems);
      return List.of();
    }
    List<Text> texts = new ArrayList<>();
    for (Node item : list.getValue()) {
      Text text = Nodes.text(item, "an item of " + named(key), problems);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** A list of texts, or one text alone; empty where the key is missing. */
  List<Text> oneOrMore(String key) {
    if (values.get(key) instanceof ScalarNode) {
      Text text = text(key);
      return text == null ? List.of() : List.of(text);
    }
    return texts(key);
  }

  /** A list of mappings; empty where the key is missing. */
  List<MapReader> maps(String key, Section inner) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode list)) {
      Nodes.wrongKind(node, named(key), "a list of mappings", problems);
      return List.of();
    }
    List<MapReader> maps = new ArrayList<>();
    for (Node item : list.getValue()) {
      String inside = "item " + (maps.size() + 1) + " of " + named(key);
      MapReader map = of(item, inner, inside, Spot.of(item), problems);
      if (map != null) {
        maps.add(map);
      }
    }
    return maps;
  }

  @Nullable MapReader map(String key, Section inner) {
    Node node = values.get(key);
    String inside = section == Section.ROOT ? key : key + " of " + where;
    return node == null ? null : of(node, inner, inside, spotOf(key), problems);
  }

  /** A mapping of the user's own names; empty where the key is missing or has nothing below it. */
  SequencedMap<Text, Node> byName(String key) {
    Node node = values.get(key);
    if (node == null || Nodes.isNothing(node)) {
      return new LinkedHashMap<>();
    }
    if (node instanceof MappingNode mapping) {
      return entries(mapping, key, problems);
    }
    Nodes.wrongKind(node, named(key), "a mapping (name: ...)", problems);
    return new LinkedHashMap<>();
  }

  private String named(String key) {
    return section == Section.ROOT ? key : key + " of " + where;
  }

  private void reportUnknown(Text key) {
    if (Section.isInlineSecret(key.value())) {
      String name = key.value().equals("token") ? "token" : "password";
      problems.error(
          key.spot(),
          where + " has its " + key.value() + " in this file",
          "put it into a file that only Turno may read and write "
              + name
              + "_file: FILE, or into the environment and write "
              + name
              + "_env: NAME");
      return;
    }
    if (key.value().equals("<<")) {
      problems.error(
          key.spot(),
          where + " uses a YAML merge (<<)",
          "write the keys out: Turno merges nothing");
      return;
    }
    String remedy =
        Nearest.to(key.value(), section.keys())
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("use one of " + String.join(", ", section.keys()));
    problems.error(key.spot(), where + " has the unknown key \"" + key.value() + "\"", remedy);
  }

  private static String durationRemedy(String written) {
    return written.matches("\\d{1,9}")
        ? "add the unit, for example " + written + "s (ms, s, m or h)"
        : "write a whole number and a unit: 300ms, 15s, 2m or 1h";
  }

  /** Keys and values in the order of the file; a repeated key is reported and keeps its first. */
  private static SequencedMap<Text, Node> entries(
      MappingNode node, String where, Problems problems) {
    SequencedMap<Text, Node> entries = new LinkedHashMap<>();
    Map<String, Spot> seen = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
        Nodes.wrongKind(tuple.getKeyNode(), "a key of " + where, "a name", problems);
        continue;
      }
      Text key = Text.of(scalar);
      Spot first = seen.putIfAbsent(key.value(), key.spot());
      if (first == null) {
        entries.put(key, tuple.getValueNode());
      } else {
        problems.error(
            key.spot(),
            where + " has \"" + key.value() + "\" twice, first in line " + first.line(),
            "remove one or rename it");
      }
    }
    return entries;
  }
}
