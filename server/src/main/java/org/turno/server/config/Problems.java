package org.turno.server.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file. */
final class Problems {
  private final String file;
  private final List<Problem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void error(Spot at, String what, String remedy) {
    add(Problem.Severity.ERROR, at, what, remedy);
  }

  /** In another file that this one names. */
  void errorIn(String otherFile, Spot at, String what, String remedy) {
    add(new Problem(Problem.Severity.ERROR, otherFile, at.line(), at.column(), what, remedy));
  }

  void warning(Spot at, String what, String remedy) {
    add(Problem.Severity.WARNING, at, what, remedy);
  }

  boolean hasErrors() {
    return found.stream().anyMatch(Problem::isError);
  }

  /** In the order of the file. */
  List<Problem> inOrder() {
    return found.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }

  private void add(Problem.Severity severity, Spot at, String what, String remedy) {
    add(new Problem(severity, file, at.line(), at.column(), what, remedy));
  }

  private void add(Problem problem) {
    // A shared part of the file (an alias) is read once for each of its users.
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }
}
