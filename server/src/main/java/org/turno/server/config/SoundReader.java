package org.turno.server.config;

import java.util.List;
import org.turno.acd.plan.Prompt;

/** Reads the names of recordings. */
final class SoundReader {
  private final Problems problems;

  SoundReader(Problems problems) {
    this.problems = problems;
  }

  /** One name or a list of them; each that cannot be one is reported. */
  List<Prompt> read(MapReader map, String key) {
    return map.oneOrMore(key).stream().map(sound -> prompt(map, key, sound)).toList();
  }

  /** One of several. */
  Prompt prompt(MapReader map, String key, Text sound) {
    if (!Prompt.Sound.isName(sound.value())) {
      problems.error(
          sound.spot(),
          key + " of " + map.where() + " is \"" + sound.value() + "\"",
          "write the recording's name without language and ending, as turno/called-back");
    }
    return new Prompt.Sound(sound.value());
  }
}
