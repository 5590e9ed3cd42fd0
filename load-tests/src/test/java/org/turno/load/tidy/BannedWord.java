package org.turno.load.tidy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A word that no name of ours may hold.
 *
 * @param words singular and plural
 * @param remedy the word to use instead
 * @param modules that need the word all the same, to speak with a PBX
 */
record BannedWord(List<String> words, String remedy, List<String> modules) {

  private static final List<BannedWord> ALL =
      List.of(
          new BannedWord(
              List.of("session", "sessions"),
              "say contact, leg, sign-in or connection, whichever it is",
              List.of()),
          new BannedWord(
              List.of("member", "members"), "say agent, or what it is part of", List.of()),
          new BannedWord(
              List.of("channel", "channels"),
              "say leg: channels belong to the adapters",
              List.of("pbx-adapters", "load-tests")),
          new BannedWord(
              List.of("bridge", "bridges"),
              "say connect: bridges belong to the adapters and to what the core asks of them",
              List.of("acd-core", "pbx-adapters", "load-tests")));

  /** The first ban that a name in camel case or capitals breaks. */
  static Optional<BannedWord> in(String name, SourceFile file) {
    List<String> parts =
        List.of(name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT).split("_"));
    return ALL.stream()
        .filter(ban -> ban.modules.stream().noneMatch(file::isIn))
        .filter(ban -> ban.words.stream().anyMatch(parts::contains))
        .findFirst();
  }
}
