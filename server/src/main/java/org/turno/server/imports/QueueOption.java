package org.turno.server.imports;

/** What an option of another distributor's queue becomes. */
interface QueueOption {
  /** Puts it into a queue, or notes why not. */
  void take(Draft draft, Draft.Queue queue, ConfFile.Setting setting);

  /** A text that is written as it stands. */
  static QueueOption text(String key) {
    return (draft, queue, s) -> queue.options.put(key, DraftYaml.value(s.value()));
  }

  /**
   * Seconds, kept between a least and a most that Turno takes.
   *
   * @param zero what 0 becomes, or an empty text to leave the option out
   */
  static QueueOption seconds(String key, long least, long most, String zero) {
    return (draft, queue, s) -> {
      Long seconds = number(draft, s);
      if (seconds == null || (seconds == 0 && zero.isEmpty())) {
        return;
      }
      long kept = Math.max(least, Math.min(most, seconds));
      if (seconds != 0 && kept != seconds) {
        note(draft, s, "outside what Turno takes: " + key + " is " + DraftYaml.seconds(kept));
      }
      queue.options.put(key, seconds == 0 ? zero : DraftYaml.seconds(kept));
    };
  }

  /** An option without a counterpart, unless it says what Turno does anyway. */
  static QueueOption none(String advice, String... sameAnyway) {
    return (draft, queue, s) -> {
      if (!java.util.List.of(sameAnyway).contains(s.value())) {
        note(draft, s, advice);
      }
    };
  }

  /** Notes that a setting has no counterpart. */
  static void note(Draft draft, ConfFile.Setting s, String advice) {
    draft.leftover(s.at(), s.key() + " = " + s.value(), advice);
  }

  /** A whole number of 0 or more; null, and a note, where it is none. */
  static @org.jspecify.annotations.Nullable Long number(Draft draft, ConfFile.Setting s) {
    try {
      long number = Long.parseLong(s.value());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      note(draft, s, "not a whole number: left out");
      return null;
    }
    note(draft, s, "less than 0: left out");
    return null;
  }
}
