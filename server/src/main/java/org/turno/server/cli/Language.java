package org.turno.server.cli;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a command speaks that explains to people. */
enum Language {
  /** Spanish. */
  ES("es"),
  /** English. */
  EN("en");

  final Locale locale;

  Language(String tag) {
    locale = Locale.of(tag);
  }

  /** Spanish where the user's locale is, by the variables that POSIX names, else English. */
  static Language of(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .filter(value -> value.startsWith("es"))
        .map(value -> ES)
        .orElse(EN);
  }
}
