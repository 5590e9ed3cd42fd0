package org.turno.load.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What no text of the project may hold, whatever its language, and how long a file may be. */
final class TextRules {

  private static final int MAX_FILE_LINES = 400;

  private static final Pattern SIZED = Pattern.compile(".*\\.(java|js|mjs|html|css|sh)|turno");

  // The patterns are cut in two so that this file does not break its own rules.
  private static final List<Ban> BANS =
      List.of(
          new Ban("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b", "finish it or leave it out"),
          new Ban("/wo" + "rk/", "take the folder from an option or from XDG_*_HOME"),
          new Ban("/opt/aster" + "isk-lab", "take the folder from an option or from XDG_*_HOME"),
          new Ban("[\"'= ]/tm" + "p/", "use mktemp, @TempDir or an option"),
          new Ban(
              "://[a-z0-9.-]+/(deb" + "ian|ma" + "ven2)|://regis" + "try\\.",
              "name the package and let the machine's own client know where it comes from"));

  private TextRules() {}

  static List<String> check(SourceFile file) {
    List<String> violations = new ArrayList<>();
    if (SIZED.matcher(file.path()).matches() && file.lines() > MAX_FILE_LINES) {
      violations.add(
          "%s: %d lines, at most %d: split it by what changes together"
              .formatted(file.path(), file.lines(), MAX_FILE_LINES));
    }
    int number = 0;
    for (String line : file.text().lines().toList()) {
      number++;
      for (Ban ban : BANS) {
        if (ban.pattern.matcher(line).find()) {
          violations.add("%s:%d: %s: %s".formatted(file.path(), number, line.strip(), ban.remedy));
        }
      }
    }
    return violations;
  }

  private record Ban(Pattern pattern, String remedy) {
    Ban(String regex, String remedy) {
      this(Pattern.compile(regex), remedy);
    }
  }
}
