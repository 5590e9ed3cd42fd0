package org.turno.server.config;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The names that the file defines, so that a reference which leads nowhere shows. */
record Known(
    Names skills,
    Names pbxs,
    Names queues,
    Names lines,
    Names teams,
    Names pauses,
    Names calendars) {
  /**
   * Names of one kind.
   *
   * @param kind for messages, for example {@code queue}
   * @param section where such a thing is defined
   */
  record Names(String kind, String section, SortedSet<String> names) {
    static Names of(String kind, String section, Collection<Text> names) {
      return new Names(kind, section, new TreeSet<>(names.stream().map(Text::value).toList()));
    }

    /** Whether the name is defined; reports where it is not. */
    boolean check(String name, Spot at, String where, Problems problems) {
      if (names.contains(name)) {
        return true;
      }
      String remedy =
          Nearest.to(name, names)
              .map(near -> "did you mean \"" + near + "\"?")
              .orElse("define it under " + section + " or correct the name" + list());
      problems.error(at, where + " names the unknown " + kind + " \"" + name + "\"", remedy);
      return false;
    }

    private String list() {
      return names.isEmpty() ? "" : " (known: " + String.join(", ", List.copyOf(names)) + ")";
    }
  }
}
