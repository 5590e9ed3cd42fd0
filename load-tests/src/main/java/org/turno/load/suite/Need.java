package org.turno.load.suite;

import java.util.List;

/**
 * What came of looking for what a part needs: options for the tests that say where it is, or a
 * reason.
 */
sealed interface Need {

  /**
   * Everything is there.
   *
   * @param mavenOptions tell the tests where to find it
   */
  record Met(List<String> mavenOptions) implements Need {}

  /**
   * Something is missing and could not be installed.
   *
   * @param why what is missing, and what to do about it
   */
  record Missing(String why) implements Need {}
}
