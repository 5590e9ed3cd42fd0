package org.turno.load.suite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of {@code mvn clean verify} over all modules, with its progress told in short lines. */
final class MavenRun {

  private final Path root;
  private final String maven;

  /**
   * @param root the folder of the sources
   * @param maven the program to start
   */
  MavenRun(Path root, String maven) {
    this.root = root;
    this.maven = maven;
  }

  /** Where all that Maven said can be read afterwards. */
  Path log() {
    return root.resolve("target-quick/launcher/test.log");
  }

  /**
   * Runs the parts and waits for them.
   *
   * @return what went wrong beside failing tests (the compiler, a check, a crash); empty if nothing
   */
  List<String> run(List<Part> parts, List<String> options, MavenProgress progress) {
    List<String> words = new ArrayList<>(List.of(maven, "-B", "-Dstyle.color=never"));
    // From scratch: what an earlier build left behind must neither run nor escape the checks.
    words.addAll(List.of("clean", "verify"));
    // Failing tests are counted from their reports, and must not keep the other parts from running.
    words.addAll(List.of("--fail-at-end", "-Dmaven.test.failure.ignore=true"));
    for (Part part : Part.values()) {
      words.add(part.mavenOption(parts.contains(part)));
    }
    words.addAll(options);
    try {
      Files.createDirectories(log().getParent());
      Process process =
          new ProcessBuilder(words).directory(root.toFile()).redirectErrorStream(true).start();
      Children.endWithUs(process);
      process.getOutputStream().close();
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
          PrintWriter log = new PrintWriter(log().toFile(), StandardCharsets.UTF_8)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          log.println(line);
          progress.line(line);
        }
      }
      int exitCode = process.waitFor();
      List<String> problems = new ArrayList<>(progress.problems());
      if (exitCode != 0 && problems.isEmpty()) {
        problems.add("Maven ended with " + exitCode);
      }
      return problems;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of("interrupted");
    }
  }
}
