package org.turno.load.tidy;

import java.util.regex.Pattern;

/**
 * A file of the project.
 *
 * @param path from the top folder, with slashes
 * @param text all of it
 */
record SourceFile(String path, String text) {

  private static final Pattern DOMAIN =
      Pattern.compile(
          "acd-core/src/main/java/org/turno/acd/"
              + "(plan|input|event|effect|contact|agent|queue|routing|engine)/.*");

  boolean isJava() {
    return path.endsWith(".java");
  }

  boolean isTest() {
    return path.contains("/src/test/");
  }

  /** Whether its code must decide the same whenever and wherever it runs. */
  boolean isDomain() {
    return DOMAIN.matcher(path).matches();
  }

  /**
   * The sequencer stamps every input: it and its clock are alone in the domain to read the time.
   */
  boolean mayReadClock() {
    return !isDomain() || path.matches(".*/engine/(Sequencer|EngineClock)\\.java");
  }

  boolean isIn(String module) {
    return path.startsWith(module + "/");
  }

  int lines() {
    return (int) text.lines().count();
  }
}
