package org.turno.acd.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Recursive descent over the requirement grammar: or-list of and-lists of terms. */
final class RequirementParser {
  private static final int MAX_DEPTH = 50;
  private final String text;
  private int at;
  private int depth;

  RequirementParser(String text) {
    this.text = text;
  }

  Requirement parse() {
    skipSpace();
    if (at == text.length()) {
      return Requirement.nothing();
    }
    Requirement whole = anyOf();
    if (at < text.length()) {
      throw error("expected \"and\", \"or\" or the end, found \"" + text.charAt(at) + "\"");
    }
    return whole;
  }

  private Requirement anyOf() {
    List<Requirement> parts = new ArrayList<>();
    do {
      parts.add(allOf());
    } while (takeWord("or"));
    return parts.size() == 1 ? parts.get(0) : new Requirement.Any(parts);
  }

  private Requirement allOf() {
    List<Requirement> parts = new ArrayList<>();
    do {
      parts.add(term());
    } while (takeWord("and"));
    return parts.size() == 1 ? parts.get(0) : new Requirement.All(parts);
  }

  private Requirement term() {
    if (++depth > MAX_DEPTH) {
      throw error("nested deeper than " + MAX_DEPTH + ": simplify it");
    }
    Requirement read;
    if (takeWord("not")) {
      read = new Requirement.Not(term());
    } else if (take("(")) {
      read = anyOf();
      if (!take(")")) {
        throw error("expected \")\"");
      }
    } else {
      read = level();
    }
    depth--;
    return read;
  }

  private Requirement level() {
    int start = at;
    String word = word();
    if (word.isEmpty() || isKeyword(word)) {
      at = start;
      throw error("expected a skill, for example lang.es");
    }
    SkillId skill = new SkillId(word);
    if (take(">=")) {
      return new Requirement.Level(skill, Requirement.Comparison.AT_LEAST, bound());
    } else if (take("<=")) {
      return new Requirement.Level(skill, Requirement.Comparison.AT_MOST, bound());
    } else if (take("==")) {
      return new Requirement.Level(skill, Requirement.Comparison.EXACTLY, bound());
    } else if (take(">")) {
      return new Requirement.Level(skill, Requirement.Comparison.MORE_THAN, bound());
    } else if (take("<")) {
      return new Requirement.Level(skill, Requirement.Comparison.LESS_THAN, bound());
    }
    return new Requirement.Level(skill, Requirement.Comparison.AT_LEAST, 1);
  }

  private int bound() {
    int start = at;
    int value = 0;
    while (at < text.length() && Character.isDigit(text.charAt(at)) && value <= 100) {
      value = value * 10 + Character.digit(text.charAt(at++), 10);
    }
    if (at == start || value > 100) {
      at = start;
      throw error("expected a level from 0 to 100");
    }
    skipSpace();
    return value;
  }

  private String word() {
    int start = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    skipSpace();
    return word;
  }

  private boolean takeWord(String keyword) {
    int start = at;
    if (word().toLowerCase(Locale.ROOT).equals(keyword)) {
      return true;
    }
    at = start;
    return false;
  }

  private boolean take(String symbol) {
    if (!text.startsWith(symbol, at)) {
      return false;
    }
    at += symbol.length();
    skipSpace();
    return true;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private RequirementSyntaxException error(String message) {
    return new RequirementSyntaxException(at + 1, message);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
  }

  private static boolean isKeyword(String word) {
    String w = word.toLowerCase(Locale.ROOT);
    return w.equals("and") || w.equals("or") || w.equals("not");
  }

  static String join(List<Requirement> parts, String separator) {
    StringBuilder text = new StringBuilder();
    for (Requirement part : parts) {
      text.append(text.isEmpty() ? "" : separator).append(grouped(part));
    }
    return text.toString();
  }

  static String grouped(Requirement part) {
    return switch (part) {
      case Requirement.Level level -> level.toString();
      case Requirement.Not not -> not.toString();
      case Requirement.All all -> "(" + all + ")";
      case Requirement.Any any -> "(" + any + ")";
    };
  }
}
