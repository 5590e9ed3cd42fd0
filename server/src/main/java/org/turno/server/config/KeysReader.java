package org.turno.server.config;

import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.KeyAction;
import org.turno.acd.plan.LinePlan;

/** Reads what the keys of a queue do. */
final class KeysReader {
  private final DestinationReader destinations;
  private final Problems problems;

  KeysReader(DestinationReader destinations, Problems problems) {
    this.destinations = destinations;
    this.problems = problems;
  }

  SortedMap<Key, KeyAction> read(MapReader queue) {
    SortedMap<Key, KeyAction> keys = new TreeMap<>();
    SequencedMap<Text, Node> entries = queue.byName("keys");
    entries.forEach(
        (sign, node) -> {
          Key key = sign.value().length() == 1 ? Key.of(sign.value().charAt(0)) : null;
          if (key == null) {
            problems.error(
                sign.spot(),
                queue.where() + " has the key \"" + sign.value() + "\"",
                "use one of 0 to 9, '*' and '#', in quotes");
            return;
          }
          KeyAction action = action(queue, sign, node);
          if (action != null) {
            keys.put(key, action);
          }
        });
    return keys;
  }

  private void callback(MapReader queue, Text sign, MapReader map) {
    if (DestinationReader.isIn(map)) {
      problems.error(
          map.spot(),
          map.where() + " calls back and leads elsewhere",
          "write {callback: true} alone, or a destination");
    }
    if (!queue.has("callback")) {
      problems.error(
          sign.spot(),
          map.where() + " asks for a callback, and the queue makes none",
          "add callback: {attempts: 3, gap: 10m} to " + queue.where());
    }
  }

  private KeyAction speak(MapReader map, Text language) {
    if (DestinationReader.isIn(map)) {
      problems.error(
          map.spot(),
          map.where() + " changes the language and leads elsewhere",
          "write {language: en} alone, or a destination");
    }
    if (!LinePlan.isLanguage(language.value())) {
      problems.error(
          language.spot(),
          map.where() + " has the language " + language.value(),
          "write it as the PBX's folder of recordings is called: es, en, en_GB");
    }
    return new KeyAction.Speak(language.value());
  }

  private @Nullable KeyAction action(MapReader queue, Text sign, Node node) {
    String where = "key " + sign.value() + " of " + queue.where();
    MapReader map = MapReader.of(node, Section.KEY, where, sign.spot(), problems);
    if (map != null && map.flag("callback")) {
      callback(queue, sign, map);
      return new KeyAction.CallMeBack();
    }
    Text language = map == null ? null : map.text("language");
    if (map != null && language != null) {
      return speak(map, language);
    }
    Destination to = map == null ? null : destinations.read(map);
    return to == null ? null : new KeyAction.Leave(to);
  }
}
