package org.turno.server.web;

import java.util.List;

/** What became of a reload. */
public sealed interface ReloadResult {
  /**
   * The file is in force.
   *
   * @param seq the entry that put it in force
   * @param changes what is different now, for people
   * @param needRestart what the file changes besides and only a restart takes up
   */
  record Applied(long seq, List<String> changes, List<String> needRestart) implements ReloadResult {
    /** Copies the lists. */
    public Applied {
      changes = List.copyOf(changes);
      needRestart = List.copyOf(needRestart);
    }
  }

  /**
   * The file is broken or cannot be applied; nothing has changed.
   *
   * @param problems each with its place in the file and its remedy
   */
  record Refused(List<String> problems) implements ReloadResult {
    /** Copies the list. */
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
