package org.turno.server.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.RequirementSyntaxException;

/** Reads {@code requires} and points at the very character that is wrong. */
final class RequirementReader {
  private RequirementReader() {}

  /** Of the key {@code requires}; nothing where it is missing. */
  static Requirement read(MapReader map, Known known, Problems problems) {
    Text text = map.text("requires");
    return text == null ? Requirement.nothing() : read("requires", text, map, known, problems);
  }

  /** Of the key {@code prefers}; nothing where it is missing. */
  static Requirement preference(MapReader map, Known known, Problems problems) {
    Text text = map.text("prefers");
    return text == null ? Requirement.nothing() : read("prefers", text, map, known, problems);
  }

  /** Of the text of another key. */
  static Requirement read(String key, Text text, MapReader map, Known known, Problems problems) {
    try {
      Requirement requirement = Requirement.parse(text.value());
      checkSkills(requirement, text, map.where(), known, problems);
      return requirement;
    } catch (RequirementSyntaxException e) {
      String reason = String.valueOf(e.getMessage()).replaceFirst("^column \\d+: ", "");
      problems.error(
          text.spotOf(e.column() - 1),
          key + " of " + map.where() + " cannot be read at column " + e.column() + " of its text",
          reason + " (as in: violence >= 50 and (lang.es or lang.en >= 30))");
      return Requirement.nothing();
    }
  }

  private static void checkSkills(
      Requirement requirement, Text text, String where, Known known, Problems problems) {
    switch (requirement) {
      case Requirement.Level level -> {
        String skill = level.skill().value();
        known.skills().check(skill, text.spotOf(indexOf(skill, text)), where, problems);
      }
      case Requirement.Not not -> checkSkills(not.part(), text, where, known, problems);
      case Requirement.All all -> checkAll(all.parts(), text, where, known, problems);
      case Requirement.Any any -> checkAll(any.parts(), text, where, known, problems);
    }
  }

  private static void checkAll(
      List<Requirement> parts, Text text, String where, Known known, Problems problems) {
    parts.forEach(part -> checkSkills(part, text, where, known, problems));
  }

  private static int indexOf(String skill, Text text) {
    Matcher word = Pattern.compile("[\\p{L}\\p{Nd}._-]+").matcher(text.value());
    while (word.find()) {
      if (word.group().equals(skill)) {
        return word.start();
      }
    }
    return 0;
  }
}
