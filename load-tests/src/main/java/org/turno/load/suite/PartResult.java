package org.turno.load.suite;

import java.util.List;

/**
 * What a part of the tests came to.
 *
 * @param run tests that ran to an end, good or bad
 * @param passed of those, the good ones
 * @param failures of those, the bad ones
 * @param skipped tests that gave themselves up before they could tell
 * @param seconds time spent in tests
 */
record PartResult(
    Part part, int run, int passed, List<Failure> failures, List<String> skipped, double seconds) {

  /**
   * A test that failed.
   *
   * @param test class and test
   * @param message what it said, some lines at most
   */
  record Failure(String test, String message) {}

  int failed() {
    return failures.size();
  }
}
