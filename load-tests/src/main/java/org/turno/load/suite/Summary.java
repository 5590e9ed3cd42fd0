package org.turno.load.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a whole run of the tests came to.
 *
 * @param results of every part that ran
 * @param leftOut why, for every part that was asked for and did not run
 * @param problems what went wrong beside failing tests, as Maven said it
 * @param seconds from start to end
 */
record Summary(
    List<PartResult> results, Map<Part, String> leftOut, List<String> problems, double seconds) {

  int passed() {
    return results.stream().mapToInt(PartResult::passed).sum();
  }

  /** Failed tests; a build that failed counts as one. */
  int failed() {
    int tests = results.stream().mapToInt(PartResult::failed).sum();
    return problems.isEmpty() ? tests : tests + 1;
  }

  List<String> skipped() {
    return results.stream().flatMap(result -> result.skipped().stream()).toList();
  }

  /** Whether all has run that can be had anywhere. A test that skipped itself has not. */
  boolean complete() {
    return leftOut.keySet().stream().allMatch(Part::optional) && skipped().isEmpty();
  }

  void print(PrintStream out, String log) {
    if (!problems.isEmpty()) {
      out.println();
      out.println("THE BUILD FAILED (all of its output: " + log + ")");
      problems.forEach(problem -> out.println("  " + problem));
    }
    for (PartResult result : results) {
      for (PartResult.Failure failure : result.failures()) {
        out.println();
        out.println("FAILED " + result.part().label() + " " + failure.test());
        out.println("  " + failure.message());
      }
    }
    out.println();
    out.printf(
        "%-12s %6s %7s %7s %8s %8s%n", "part", "run", "passed", "failed", "skipped", "seconds");
    for (PartResult result : results) {
      out.printf(
          Locale.ROOT,
          "%-12s %6d %7d %7d %8d %8.1f%n",
          result.part().label(),
          result.run(),
          result.passed(),
          result.failed(),
          result.skipped().size(),
          result.seconds());
    }
    leftOut.keySet().forEach(part -> out.printf("%-12s left out, see below%n", part.label()));
    printLeftOut(out);
    out.println();
  }

  private void printLeftOut(PrintStream out) {
    if (leftOut.isEmpty() && skipped().isEmpty()) {
      return;
    }
    out.println();
    out.println("!!! NOT EVERYTHING RAN !!!");
    leftOut.forEach((part, why) -> out.println("!!! left out: " + part.label() + ": " + why));
    skipped().forEach(test -> out.println("!!! skipped itself: " + test));
  }

  /** One object on one line. */
  String json() {
    Map<String, Object> parts = new LinkedHashMap<>();
    for (PartResult result : results) {
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("run", result.run());
      figures.put("passed", result.passed());
      figures.put("failed", result.failed());
      figures.put("skipped", result.skipped().size());
      figures.put("seconds", result.seconds());
      parts.put(result.part().label(), figures);
    }
    Map<String, Object> reasons = new LinkedHashMap<>();
    leftOut.forEach((part, why) -> reasons.put(part.label(), why));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("passed", passed());
    all.put("failed", failed());
    all.put("skipped", skipped().size());
    all.put("parts", parts);
    all.put("left_out", reasons);
    all.put("build", problems.isEmpty() ? "ok" : "failed");
    all.put("seconds", seconds);
    try {
      return new ObjectMapper().writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
